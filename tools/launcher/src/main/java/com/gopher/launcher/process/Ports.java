package com.gopher.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's TCP ports on the loopback interface. */
public final class Ports {

  private static final String LISTENING = "0A";

  private Ports() {}

  /** Returns a port that was free a moment ago. */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Binding alone is not enough: some systems let two sockets bind when one has the wildcard
   * address.
   */
  public static boolean isTaken(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var listener = new ServerSocket(port, 1, loopback);
        var caller = new Socket()) {
      listener.close();
      caller.connect(new InetSocketAddress(loopback, port), 200);
      return caller.getLocalPort() != port;
    } catch (java.net.BindException taken) {
      return true;
    } catch (IOException nobodyAnswers) {
      return false;
    }
  }

  /** Names the process that listens on the port, as far as this user may see it. */
  public static Optional<String> owner(int port) {
    try {
      Optional<Long> pid = ownerByProc(port);
      return (pid.isPresent() ? pid : ownerByLsof(port)).map(Ports::describe);
    } catch (IOException | UncheckedIOException notVisible) {
      return Optional.empty();
    }
  }

  static String describe(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).getFileName() + " (pid " + pid + ")")
        .orElse("pid " + pid);
  }

  private static Optional<Long> ownerByProc(int port) throws IOException {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (!Files.isReadable(Path.of(table))) {
        continue;
      }
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
          return holderOf("socket:[" + columns[9] + "]");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Long> holderOf(String socket) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(process -> process.getFileName().toString().matches("\\d+"))
          .filter(process -> holds(process.resolve("fd"), socket))
          .map(process -> Long.valueOf(process.getFileName().toString()))
          .findFirst();
    }
  }

  private static boolean holds(Path descriptors, String socket) {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.anyMatch(descriptor -> pointsTo(descriptor, socket));
    } catch (IOException | UncheckedIOException anotherUsersProcess) {
      return false;
    }
  }

  private static boolean pointsTo(Path descriptor, String socket) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(socket);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static Optional<Long> ownerByLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String pid = new String(lsof.getInputStream().readAllBytes()).lines().findFirst().orElse("");
      return pid.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(pid.strip()));
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }
}
