package com.gopher.lab.bench;

import com.gopher.launcher.console.Console;
import java.io.IOException;

/** One question about the shop's speed. */
public interface Benchmark {

  /**
   * Measures beside a floor and narrates on the way.
   *
   * @throws IOException if a process or its answer failed; then there is no result
   */
  BenchmarkReport run(Console console) throws IOException, InterruptedException;
}
