package com.gopher.http;

import com.gopher.Api;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor to pass as {@code after} for the following page, null on the last one
 */
@Api
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Cuts a page from rows that were read with {@link Paging#rowsToRead()}: one row more than asked
   * for tells whether there is a next page.
   *
   * @param position what identifies a row in the list's order
   */
  public static <R, T> Page<T> of(
      List<R> rows, Paging paging, Function<R, String> position, Function<R, T> view) {
    boolean more = rows.size() > paging.limit();
    List<R> shown = more ? rows.subList(0, paging.limit()) : rows;
    String next = more ? Cursor.to(position.apply(shown.get(shown.size() - 1))) : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
