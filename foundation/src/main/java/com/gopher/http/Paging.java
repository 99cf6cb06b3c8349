package com.gopher.http;

import com.gopher.Api;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which page of a list a client asks for.
 *
 * @param limit the most items wanted, 1 to 100, 20 if not said
 * @param cursor the {@code next} of the page before, null for the first page
 */
@Api
public record Paging(
    @Parameter(description = "The most items wanted, 1 to 100", example = "20") @Min(1) @Max(100)
        Integer limit,
    @Parameter(name = "after", description = "The next of the page before") @BindParam("after")
        @Nullable String cursor) {

  private static final int DEFAULT_LIMIT = 20;

  public Paging {
    limit = limit == null ? DEFAULT_LIMIT : limit;
  }

  /** One more than the limit, so that {@link Page#of} sees whether there is a next page. */
  public int rowsToRead() {
    return limit + 1;
  }

  /**
   * The position after which to continue.
   *
   * @param parse reads the position's text
   * @throws UnreadableCursorException (400) if the cursor cannot be read as one of this list
   */
  public <P> Optional<P> after(Function<String, P> parse) {
    if (cursor == null) {
      return Optional.empty();
    }
    String position = Cursor.positionOf(cursor);
    try {
      return Optional.of(parse.apply(position));
    } catch (IllegalArgumentException e) {
      throw new UnreadableCursorException(e);
    }
  }
}
