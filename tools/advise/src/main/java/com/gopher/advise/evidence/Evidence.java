package com.gopher.advise.evidence;

import com.gopher.advise.text.Shareable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that was looked for: a value, or the reason why there is none and what would make it
 * known. An unknown is never replaced by a guess.
 *
 * @param unknown empty if there is a value
 */
public record Evidence<T>(@Nullable T value, String unknown) {

  public static <T> Evidence<T> known(T value) {
    return new Evidence<>(value, "");
  }

  /** No value, with the reason and what to type to get one. */
  public static <T> Evidence<T> unknown(String reason) {
    return new Evidence<>(null, Shareable.line(reason));
  }

  public Optional<T> found() {
    return Optional.ofNullable(value);
  }

  public <R> Evidence<R> map(Function<T, R> mapping) {
    return value == null ? unknown(unknown) : known(mapping.apply(value));
  }
}
