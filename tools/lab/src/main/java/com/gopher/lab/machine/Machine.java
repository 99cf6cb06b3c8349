package com.gopher.lab.machine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.gopher.launcher.home.Home;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where and on what something was measured, as every result file has it. Files of before have only
 * part of it: what they lack is null.
 *
 * @param cpu the processor's model, or {@code unknown}
 * @param loadBefore the system's load average before the run: above 0.5 others were at work
 * @param commit of the sources, or {@code unknown}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Machine(
    @Nullable String measuredAt,
    int processors,
    @Nullable String cpu,
    @Nullable Long memoryMegabytes,
    String system,
    @Nullable String java,
    @Nullable Double loadBefore,
    @Nullable String commit) {

  private static final double BUSY = 0.5;

  /** This machine, now, with the sources that the program was started from. */
  public static Machine here() {
    return here(Home.APPLICATION.path());
  }

  /**
   * @param home the directory of the sources
   */
  public static Machine here(Path home) {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        system.getAvailableProcessors(),
        processor(),
        system.getTotalMemorySize() / (1024 * 1024),
        system.getName() + " " + system.getVersion() + " " + system.getArch(),
        Runtime.version().toString(),
        Math.rint(system.getSystemLoadAverage() * 100) / 100,
        commitOf(home));
  }

  /** True if others were at work before the run, so that what was measured is rough. */
  @JsonIgnore
  public boolean wasBusy() {
    return loadBefore != null && loadBefore > BUSY;
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException hidden) {
      return "unknown";
    }
  }

  private static String commitOf(Path home) {
    try {
      Process git =
          new ProcessBuilder("git", "-C", home.toString(), "rev-parse", "--short", "HEAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit = new String(git.getInputStream().readAllBytes()).strip();
      return commit.isEmpty() ? "unknown" : commit;
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
