package com.gopher.ownership.code;

/**
 * An annotation and where it stands.
 *
 * @param member the method or field it stands on, or empty for the class
 * @param line the member's first line, or 0
 */
public record Noted(Note note, String member, int line) {}
