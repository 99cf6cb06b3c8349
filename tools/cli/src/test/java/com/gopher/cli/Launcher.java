package com.gopher.cli;

import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code ./shop} as a user would, in a process of its own, on one data directory. */
public final class Launcher {

  static final Path JAR =
      Path.of("..", "..", "monolith", "target", "gopher-shop.jar").toAbsolutePath().normalize();

  static final Map<String, String> FAST_SHIPPING =
      Map.of("SHIPPING_PREPARING", "300ms", "SHIPPING_TRANSIT", "300ms");

  /** The umask of a careless user. The shell is replaced by the command. */
  static final String NOBODY_KEPT_OUT = "umask 000; exec \"$@\"";

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  public record Outcome(int exit, String out, String err) {}

  private final Path directory;
  private final Path home;

  public Launcher(Path directory) {
    this(directory, Path.of("..", "..").toAbsolutePath().normalize());
  }

  /**
   * @param home the clone whose programs are started
   */
  Launcher(Path directory, Path home) {
    this.directory = directory;
    this.home = home;
  }

  /** Runs a command to its end. */
  public Outcome run(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(directory.getParent(), "out", ".txt");
    Path err = Files.createTempFile(directory.getParent(), "err", ".txt");
    Process process =
        builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(List.of(arguments) + " did not end: " + Files.readString(err));
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Starts a city on ports of the system's choice. */
  public Outcome upCity() throws IOException, InterruptedException {
    return run(
        "up",
        "city",
        "--detach",
        "--shop-port",
        "0",
        "--tracker-port",
        "0",
        "--kafka-port",
        "0",
        "--ready-within",
        "300");
  }

  /** What others than its owner could read of the data, with their rights. */
  public List<String> openToOthers() throws IOException {
    try (var all = Files.walk(directory)) {
      return all.map(path -> path + " " + rights(path))
          .filter(line -> !line.endsWith("------"))
          .toList();
    }
  }

  private static String rights(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (NoSuchFileException gone) {
      return "------";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a command that stays. */
  public Process start(Path output, String... arguments) throws IOException {
    return builder(arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }

  public DataDirectory data() {
    return new DataDirectory(directory);
  }

  public RunningProcess shop() {
    return data().running("shop").orElseThrow();
  }

  public void signal(String signal, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, "" + pid).start().waitFor();
  }

  private ProcessBuilder builder(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                NOBODY_KEPT_OUT,
                "sh",
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Dshop.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "com.gopher.cli.Shop"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data-dir", directory.toString()));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(FAST_SHIPPING);
    return builder;
  }
}
