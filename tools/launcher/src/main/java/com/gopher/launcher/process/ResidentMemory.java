package com.gopher.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of the machine's memory a process holds. */
public final class ResidentMemory {

  private ResidentMemory() {}

  /** In bytes, shared pages included; empty if it is gone or the system does not tell. */
  public static OptionalLong of(RunningProcess process) {
    if (!process.isAlive()) {
      return OptionalLong.empty();
    }
    Path status = Path.of("/proc", "" + process.pid(), "status");
    try {
      return Files.exists(Path.of("/proc/self/status")) ? inKernelsWords(status) : byPs(process);
    } catch (IOException | NumberFormatException gone) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong inKernelsWords(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  private static OptionalLong byPs(RunningProcess process) throws IOException {
    Process ps =
        new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String kilobytes = new String(ps.getInputStream().readAllBytes()).strip();
    return OptionalLong.of(Long.parseLong(kilobytes) * 1024);
  }
}
