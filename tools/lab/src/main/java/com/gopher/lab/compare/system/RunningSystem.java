package com.gopher.lab.compare.system;

import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A shape that runs; closing it ends all its processes and deletes its data. */
public interface RunningSystem extends AutoCloseable {

  SystemShape shape();

  /** Where customers send their orders. */
  URI url();

  /** Of those that were started, also the dead. */
  List<RunningProcess> processes();

  RunningProcess process(String name);

  /** Processor time of all its processes since their start, children included. */
  double cpuSeconds();

  /** Resident memory of all its processes. */
  long residentBytes();

  /** From the first start command to the first served request. */
  double secondsToReady();

  /** Processor time of all processes until then. */
  double cpuSecondsToReady();

  /** Brings back what died, as {@code ./shop up} would; returns when all are ready. */
  void bringBack() throws IOException, InterruptedException;

  /** Sends a signal ({@code KILL}, {@code STOP}, {@code CONT}). */
  void signal(String process, String signal) throws IOException, InterruptedException;

  /** Where its logs and data are. */
  Path directory();

  @Override
  void close();
}
