package com.gopher.lab.bench;

import com.gopher.lab.system.CpuTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command as somebody types it, and what it cost.
 *
 * @param cpuSeconds of its process and of all that it started and awaited
 * @param megabytes what these held together at the same moment, at the highest; 0 where the system
 *     does not tell
 */
record TypedCommand(int exit, double seconds, double cpuSeconds, long megabytes, String output) {

  private static final long LOOK_MILLIS = 100;

  /** Runs it to its end. */
  static TypedCommand run(Path directory, List<String> words, Workplace workplace)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("typed", ".txt");
    double cpuBefore = CpuTime.ofEndedChildren();
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(new ArrayList<>(words))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    workplace.atTheEnd(process::destroy);
    long highest = 0;
    while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      highest = Math.max(highest, held(process));
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpu = CpuTime.ofEndedChildren() - cpuBefore;
    String text = Files.readString(output);
    Files.delete(output);
    return new TypedCommand(process.exitValue(), seconds, cpu, highest / 1_000, text);
  }

  /** In kilobytes. */
  private static long held(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(it -> residentKilobytes(it.pid()))
        .sum();
  }

  private static long residentKilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }
}
