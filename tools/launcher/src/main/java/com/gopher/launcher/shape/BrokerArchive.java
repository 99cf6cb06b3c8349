package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.jvm.PreparedDirectories;
import com.gopher.launcher.process.Ports;
import com.gopher.launcher.process.Probe;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An archive of the classes that a broker loads, written by a broker on throw-away data. Loading
 * them is most of what its start costs.
 *
 * <p>It is kept beside the broker's jars, for their names, sizes and times: the JVM compares these
 * too, and starts without an archive that does not fit.
 */
final class BrokerArchive {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 50;

  private final Jdk jdk;
  private final Path libraries;

  /**
   * @param libraries the directory with all jars of the module {@code tools/broker}
   */
  BrokerArchive(Jdk jdk, Path libraries) {
    this.jdk = jdk;
    this.libraries = libraries;
  }

  /** What a JVM is told so that it uses the archive; nothing where there is none. */
  List<String> options() {
    try {
      return directories()
          .find(name())
          .map(jdk::archiveIn)
          .filter(Files::exists)
          .map(jdk::usingArchive)
          .orElse(List.of());
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of();
    }
  }

  /** Makes it, if that was not done before. Without it a broker starts as well, only slower. */
  void prepare(Console console) {
    try {
      directories().prepare(name(), directory -> fill(directory, console));
    } catch (IOException | UncheckedIOException e) {
      console.narrate(
          "No faster start of the broker can be kept beside %s (%s); starting it as it is.",
          libraries, e);
    }
  }

  private PreparedDirectories directories() {
    return new PreparedDirectories(libraries.resolveSibling("launch"));
  }

  private void fill(Path directory, Console console) throws IOException {
    console.narrate(
        "Preparing Kafka for a fast start on Java %s (once after each build) ...", jdk.feature());
    Files.createDirectories(directory);
    Path data = Files.createTempDirectory("training");
    try {
      train(data, directory);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      PreparedDirectories.delete(data);
    }
    if (!Files.exists(jdk.archiveIn(directory))) {
      console.narrate(
          "The training run failed; Kafka starts without an archive. See %s",
          directory.resolve("training.log"));
    }
  }

  /** One that was ready and ended in order has loaded what a broker needs. */
  private void train(Path data, Path directory) throws IOException, InterruptedException {
    int port = Ports.free();
    Path settings = BrokerProcess.writeSettings(data, libraries, port, Ports.free());
    File log = directory.resolve("training.log").toFile();
    Process format =
        start(
            BrokerProcess.format(
                jdk.java(), libraries, List.of(), BrokerProcess.clusterId(data), settings),
            data,
            log);
    Process broker = null;
    try {
      if (!format.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
        return;
      }
      String archive = jdk.writingArchive(jdk.archiveIn(directory));
      broker =
          start(BrokerProcess.run(jdk.java(), libraries, List.of(archive), settings), data, log);
      awaitReady(broker, Probe.of(BrokerProcess.url(port), null));
      broker.destroy();
      broker.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      format.destroyForcibly();
      if (broker != null) {
        broker.destroyForcibly();
      }
    }
  }

  private static void awaitReady(Process broker, Probe probe) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (broker.isAlive() && System.nanoTime() < end && !probe.isReady()) {
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static Process start(List<String> command, Path data, File log) throws IOException {
    return new ProcessBuilder(command)
        .directory(data.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private String name() throws IOException {
    var contents = new TreeSet<String>();
    try (Stream<Path> jars = Files.list(libraries)) {
      jars.map(Path::toFile)
          .forEach(jar -> contents.add(jar + " " + jar.length() + " " + jar.lastModified()));
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((jdk.build() + jdk.home() + contents).getBytes(StandardCharsets.UTF_8));
      return "java-" + jdk.feature() + "-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
