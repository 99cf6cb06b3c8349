package com.gopher.lab.faults;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a fault did.
 *
 * @param relieved when its cause was taken away: from then on the city can recover
 */
record FaultResult(Instant relieved, Proof proof) {

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
