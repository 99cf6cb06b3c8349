package com.gopher.lab.compare.system;

import com.gopher.lab.system.Directories;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where systems are built to be measured, each in a separate directory, with the same budget for
 * all. Closing it ends whatever still stands there, and deletes it; nothing can be built there
 * afterwards.
 */
public final class Testbed implements AutoCloseable {

  private final Path root;
  private final Console console;
  private final Processors processors;
  private final Budget budget;
  private final Set<RunningSystem> standing = new LinkedHashSet<>();
  private int built;
  private boolean closed;

  public Testbed(Console console, Processors processors, Budget budget) throws IOException {
    this.root = Files.createTempDirectory("shop-compare");
    this.console = console;
    this.processors = processors;
    this.budget = budget;
  }

  public Budget budget() {
    return budget;
  }

  /** What every process is started with, in words. */
  public String flags() {
    return JvmFlags.inWords(budget);
  }

  /**
   * Starts a shape on all processors, and keeps it to its own as soon as it is ready: a start is
   * not what most experiments measure, and on fewer processors it would take most of their time.
   *
   * @throws CouldNotRun if a process did not become ready; then none is left running
   */
  public RunningSystem start(SystemShape shape, Setup setup)
      throws IOException, InterruptedException {
    RunningSystem system = enter(shape, setup);
    try {
      system.start();
      return system;
    } catch (IOException | InterruptedException | RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private synchronized RunningSystem enter(SystemShape shape, Setup setup) throws IOException {
    if (closed) {
      throw new CouldNotRun("The comparison has ended; nothing was started.");
    }
    Path directory = Files.createDirectories(root.resolve(++built + "-" + shape.name()));
    var system =
        new RunningSystem(shape, setup, directory, budget, processors, console, this::leave);
    standing.add(system);
    return system;
  }

  private synchronized void leave(RunningSystem system) {
    standing.remove(system);
  }

  @Override
  public void close() {
    List<RunningSystem> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(standing);
    }
    left.forEach(RunningSystem::close);
    Directories.delete(root);
  }
}
