package com.gopher.lab.compare.experiment.scale;

import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connections that a process holds to a server on this machine, as the kernel lists them: of
 * all its pools, also those that no metric names.
 */
final class DatabaseConnections {

  private static final String ESTABLISHED = "01";

  // Columns of the kernel's table.
  private static final int REMOTE = 2;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private DatabaseConnections() {}

  /** Not a number where the kernel does not list them. */
  static double of(RunningProcess process, int serverPort) throws IOException {
    Path kernel = Path.of("/proc", "" + process.pid());
    if (!Files.exists(kernel.resolve("net/tcp"))) {
      return Double.NaN;
    }
    Set<String> toTheServer = inodes(kernel, String.format(Locale.ROOT, ":%04X", serverPort));
    try (Stream<Path> open = Files.list(kernel.resolve("fd"))) {
      return open.filter(file -> toTheServer.contains(target(file))).count();
    }
  }

  private static Set<String> inodes(Path kernel, String port) throws IOException {
    return Stream.concat(
            Files.readAllLines(kernel.resolve("net/tcp")).stream(),
            Files.readAllLines(kernel.resolve("net/tcp6")).stream())
        .map(line -> List.of(line.strip().split("\\s+")))
        .filter(line -> line.get(REMOTE).endsWith(port) && line.get(STATE).equals(ESTABLISHED))
        .map(line -> "socket:[" + line.get(INODE) + "]")
        .collect(Collectors.toSet());
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
