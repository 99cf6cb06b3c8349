package com.gopher.ownership.sql;

import com.gopher.ownership.locate.Lines;
import java.util.List;
import java.util.Set;

/**
 * What a text says about tables.
 *
 * @param lines where its lines begin
 * @param uses the names in table position
 * @param temporary the temporary tables that it makes
 * @param statement whether the text begins as a statement does
 * @param definition whether it defines or administers something, which needs no parser to be sure
 *     of
 * @param utility whether it begins with a command that looks after tables, if it is SQL at all
 * @param deliberate whether it is written as SQL and not as a sentence
 * @param sentence whether it reads as English does
 */
public record Reading(
    String text,
    Lines lines,
    List<TableUse> uses,
    Set<String> temporary,
    boolean statement,
    boolean definition,
    boolean utility,
    boolean deliberate,
    boolean sentence) {

  /** The line of the text, from 1, in which an offset lies. */
  public int line(int offset) {
    return lines.of(offset);
  }
}
