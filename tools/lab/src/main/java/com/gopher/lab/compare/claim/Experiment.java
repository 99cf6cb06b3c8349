package com.gopher.lab.compare.claim;

import java.io.IOException;
import java.time.Duration;

/**
 * One claim of the story, and how it is put to the test. It learns which shapes there are and what
 * each is like; none of its code knows any of them by name. Its words are in the file {@code
 * claim.md} beside its class.
 */
public interface Experiment {

  /** As the user types it. */
  String name();

  /** What is claimed, and how it is tried. */
  default ClaimText text() {
    return ClaimText.of(getClass());
  }

  /** True if {@link Depth#QUICK} includes it. */
  default boolean isQuick() {
    return false;
  }

  /**
   * False if its verdict rests on what is there or not, and on no figure that noise could change:
   * then it needs no A/A run.
   */
  default boolean comparesFigures() {
    return true;
  }

  /** How long it takes on a quiet machine. */
  Duration expectedDuration(Depth depth);

  /**
   * @throws IOException if a process or its answer failed in a way that is no result
   * @throws InterruptedException on Ctrl-C; what was measured so far is then lost
   */
  Finding run(Laboratory laboratory) throws IOException, InterruptedException;
}
