package com.gopher.lab.bench;

import com.gopher.lab.bench.bare.BareDrain;
import com.gopher.lab.bench.bare.BareHop;
import com.gopher.lab.bench.bare.BareShop;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.shape.BuiltPrograms;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/** A bare program in a JVM of its own, with the H2 that an application's jar carries. */
final class Floor {

  private static final long GRACE_SECONDS = 2;

  private final Process process;
  private final BufferedReader answers;

  private Floor(Workplace workplace, Path jar, Class<?> program, List<String> arguments)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Jdk.current().java(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + h2(jar, workplace),
                program.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    workplace.atTheEnd(this::end);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    answer();
  }

  /** The {@link BareShop}, on a database of its own. */
  static Floor shop(Workplace workplace) throws IOException {
    return shopOn(
        workplace, workplace.directory("bare").toString(), BuiltPrograms.shopJar().toString());
  }

  /** The {@link BareShop}, on a given database. */
  static Floor shopOn(Workplace workplace, String... arguments) throws IOException {
    return new Floor(workplace, BuiltPrograms.shopJar(), BareShop.class, List.of(arguments));
  }

  /** The {@link BareHop}. */
  static Floor hop(Workplace workplace, Path jar, String broker) throws IOException {
    return new Floor(
        workplace, jar, BareHop.class, List.of(workplace.directory("bare").toString(), broker));
  }

  /** The {@link BareDrain}. */
  static Floor drain(Workplace workplace, String directory, Path trackerJar, String broker)
      throws IOException {
    return new Floor(
        workplace,
        trackerJar,
        BareDrain.class,
        List.of(workplace.directory(directory).toString(), trackerJar.toString(), broker));
  }

  /** Processor time that the program has used since its start. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  double number(String question) throws IOException {
    return Double.parseDouble(ask(question));
  }

  String ask(String question) throws IOException {
    process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return answer();
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the bare program ended early, for the reason above");
    }
    return line;
  }

  void end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Path h2(Path jar, Workplace workplace) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      var entry =
          zip.stream()
              .filter(it -> it.getName().matches("BOOT-INF/lib/h2-.*\\.jar"))
              .findFirst()
              .orElseThrow(() -> new IOException(jar + " carries no H2"));
      Path target = workplace.directory("lib").resolve("h2.jar");
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    }
  }
}
