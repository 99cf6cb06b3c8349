package com.gopher.lab.bench;

import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Path;

/** One question about the shop's speed. */
public interface Benchmark {

  /** Measures the shop in the jar beside its floor and narrates on the way. */
  Report run(Path shopJar, Console console) throws IOException, InterruptedException;
}
