package com.gopher.lab.faults;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a fault did.
 *
 * @param relieved when its cause was taken away: from then on the city can recover
 * @param check what must be true of this fault besides what must always be
 */
record FaultResult(Instant relieved, Proof proof, Check check) {

  FaultResult(Instant relieved, Proof proof) {
    this(relieved, proof, seen -> List.of());
  }

  /** Finds, when all is quiet again, what must not be after this fault. */
  @FunctionalInterface
  interface Check {
    List<Violation> of(Observed seen);
  }

  /** Says, when all is quiet again, what shows that the fault struck. */
  @FunctionalInterface
  interface Proof {

    /** Returns null if nothing shows it. */
    @Nullable String in(Observed seen) throws Exception;
  }

  /** A fault whose cause was taken away at this moment. */
  static FaultResult now(Proof proof) {
    return new FaultResult(Instant.now(), proof);
  }

  /** The sentence, if it is true; else null. */
  static @Nullable String proof(boolean struck, String sentence, @Nullable Object... figures) {
    return struck ? String.format(Locale.ROOT, sentence, figures) : null;
  }
}
