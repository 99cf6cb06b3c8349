package com.gopher.course.check;

import java.util.Optional;

/**
 * What a judgement came to.
 *
 * @param failure the first thing that is not as it should be; empty if all is
 */
public record Verdict(Optional<Failure> failure) {

  public boolean isPassed() {
    return failure.isEmpty();
  }
}
