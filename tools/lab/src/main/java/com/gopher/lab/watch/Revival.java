package com.gopher.lab.watch;

import com.gopher.launcher.process.DataDirectory;

/** Starts again what is dead in a data directory, as {@code ./shop up} does. */
@FunctionalInterface
public interface Revival {

  /**
   * Returns when all is ready.
   *
   * @throws com.gopher.launcher.console.CouldNotRun with a sentence for the user, if it cannot be
   */
  void bringUp(DataDirectory data) throws InterruptedException;
}
