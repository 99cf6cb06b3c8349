package com.gopher.launcher.jvm;

import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * Prepares a Spring Boot jar so that the JDK at hand starts it fast: extracted, with an archive of
 * loaded classes that one training run wrote.
 *
 * <p>The result is kept beside the jar, once for each content of the jar and each build of the JDK,
 * so a stale one is never used. Where that is impossible (a read-only directory, a training run
 * that fails) the jar starts as it is: slower, never broken.
 */
public final class FastStart {

  /**
   * The training run must never see the user's data: it gets none of the variables that could lead
   * there.
   */
  private static final List<String> HIDDEN_FROM_TRAINING =
      List.of(
          "SPRING_",
          "SHOP_",
          "TRACKER_",
          "OUTBOX_",
          "SERVER_",
          "MANAGEMENT_",
          "SHIPPING_",
          "GATEWAY_",
          "LOGGING_");

  private final Jdk jdk;
  private final Console console;

  public FastStart(Jdk jdk, Console console) {
    this.jdk = jdk;
    this.console = console;
  }

  /** Returns the command that starts the jar, and prepares it first if that was not done before. */
  public List<String> command(Path jar) {
    try {
      var directories = new PreparedDirectories(jar.resolveSibling("launch"));
      return prepared(directories.prepare(key(jar), directory -> prepare(jar, directory)), jar);
    } catch (IOException | UncheckedIOException e) {
      console.narrate(
          "No faster start can be kept beside " + jar + " (" + e + "); starting the jar as it is.");
      return plain(jar);
    }
  }

  /** The command without anything prepared. */
  public List<String> plain(Path jar) {
    return java("-jar", jar.toString());
  }

  private List<String> prepared(Path directory, Path jar) {
    String prepared = directory.resolve(jar.getFileName()).toString();
    var arguments = new ArrayList<String>();
    Path archive = jdk.archiveIn(directory);
    if (Files.exists(archive)) {
      arguments.addAll(jdk.usingArchive(archive));
    }
    arguments.addAll(List.of("-jar", prepared));
    return java(arguments.toArray(String[]::new));
  }

  private List<String> java(String... arguments) {
    var command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(jdk.quickStart());
    command.addAll(List.of(arguments));
    return command;
  }

  private void prepare(Path jar, Path directory) throws IOException {
    console.narrate(
        "Preparing %s for a fast start on Java %s (once after each build) ...",
        jar.getFileName(), jdk.feature());
    extract(jar, directory);
    train(jar, directory);
  }

  private void extract(Path jar, Path directory) throws IOException {
    Path log = directory.resolveSibling("extract.log");
    List<String> command =
        java(
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            directory.toString());
    int exit = run(command, log);
    if (exit != 0) {
      throw new IOException("extracting it failed, see " + log);
    }
  }

  /** Lets the application start once on throw-away data; what it loaded goes into the archive. */
  private void train(Path jar, Path directory) throws IOException {
    Path data = Files.createTempDirectory("training");
    Path log = directory.resolve("training.log");
    try {
      Path archive = jdk.archiveIn(directory);
      List<String> command =
          java(
              jdk.writingArchive(archive),
              "-Dspring.context.exit=onRefresh",
              "-jar",
              directory.resolve(jar.getFileName()).toString(),
              "--server.port=0",
              "--management.server.port=0",
              "--shop.data-dir=" + data,
              "--tracker.data-dir=" + data);
      int exit = run(command, log);
      if (exit != 0 || !Files.exists(archive)) {
        Files.deleteIfExists(archive);
        console.narrate(
            "The training run failed; the program starts without an archive. See " + log);
      }
    } finally {
      PreparedDirectories.delete(data);
    }
  }

  private int run(List<String> command, Path log) throws IOException {
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> HIDDEN_FROM_TRAINING.stream().anyMatch(name::startsWith));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /**
   * The jar's time says nothing (the build is reproducible), so its table of contents with all
   * checksums decides.
   */
  private String key(Path jar) {
    var contents = new TreeMap<String, Long>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream().forEach(entry -> contents.put(entry.getName(), entry.getCrc()));
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((jar + jdk.build() + jdk.home() + contents).getBytes(StandardCharsets.UTF_8));
      return "java-" + jdk.feature() + "-" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
