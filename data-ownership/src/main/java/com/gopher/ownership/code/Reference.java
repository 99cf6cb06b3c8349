package com.gopher.ownership.code;

/**
 * One type named by the bytecode of another.
 *
 * @param target internal name of the type that is named
 * @param member the method or field that names it, or empty for the class itself
 * @param line the line, or 0 where bytecode keeps none
 */
public record Reference(String target, String member, int line) {}
