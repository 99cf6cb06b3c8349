package com.gopher.ownership.sql;

import java.util.List;

/**
 * What a text says about tables.
 *
 * @param uses the names in table position
 * @param statement whether the text begins as a statement does
 * @param definition whether it defines or administers something, which needs no parser to be sure
 *     of
 * @param deliberate whether it is written as SQL and not as a sentence
 * @param sentence whether it reads as English does
 */
public record Reading(
    String text,
    List<TableUse> uses,
    boolean statement,
    boolean definition,
    boolean deliberate,
    boolean sentence) {}
