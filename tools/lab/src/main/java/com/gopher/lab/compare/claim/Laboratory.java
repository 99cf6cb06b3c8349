package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.statistics.Band;
import com.gopher.lab.compare.system.FurtherShapes;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What an experiment may use: shapes to start, an order to start them in, and the noise. */
public interface Laboratory {

  Depth depth();

  /** All shapes that are compared, the one that the others are compared with first. */
  List<SystemShape> shapes();

  /** Those that are for the claims about them and no other. */
  FurtherShapes furtherShapes();

  /**
   * Starts a shape in a separate directory, with this session's budgets, and returns when it is
   * ready.
   */
  RunningSystem start(SystemShape shape, Setup setup) throws IOException, InterruptedException;

  /** One measurement of a system that was started for it alone. */
  @FunctionalInterface
  interface Sampler<S> {
    S sample(RunningSystem system) throws IOException, InterruptedException;
  }

  /**
   * Starts each shape this many times, each time afresh, in the order A B, B A, A B, ..., so that a
   * machine that grows slower harms all alike; returns the samples by the shape's name, in the
   * order in which they were taken.
   */
  <S> Map<String, List<S>> interleaved(int forks, Setup setup, Sampler<S> sampler)
      throws IOException, InterruptedException;

  /** How many fresh processes a figure takes at this depth. */
  int forks();

  /**
   * How far the ratio of two identical systems was from 1 in this session's A/A run.
   *
   * @param measure for example {@code accepted p50}; a measure that the A/A run does not have gets
   *     the widest band that it has
   */
  Band band(String measure) throws IOException, InterruptedException;

  /** Shows the user what happens now, with values in it. */
  void tell(String what, Object... values);

  /** Where the build's products are: the jars, the broker's libraries, the sources. */
  Path home();
}
