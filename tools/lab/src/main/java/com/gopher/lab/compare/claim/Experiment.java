package com.gopher.lab.compare.claim;

import java.io.IOException;

/**
 * One claim of the story, and how it is put to the test. It learns which shapes there are and what
 * each is like; none of its code knows any of them by name. Its words are in the file {@code
 * claim.md} beside its class.
 */
public interface Experiment {

  /** What is claimed, and how it is tried. */
  default ClaimText text() {
    return ClaimText.of(getClass());
  }

  default String name() {
    return text().name();
  }

  /**
   * @throws IOException if a process or its answer failed in a way that is no result
   * @throws InterruptedException on Ctrl-C; what was measured so far is then lost
   */
  Finding run(Laboratory laboratory) throws IOException, InterruptedException;
}
