package com.gopher.lab.bench;

import com.gopher.launcher.jvm.Jdk;
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

/** A bare program in a separate JVM, with the H2 that an application's jar carries. */
final class Floor {

  private static final long GRACE_SECONDS = 2;

  private final Process process;
  private final BufferedReader answers;

  /**
   * Returns when it is ready.
   *
   * @param jar of the application that it is the floor of
   */
  Floor(Workplace workplace, Class<?> program, Path jar, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Jdk.current().java(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + h2(jar, workplace),
                program.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    workplace.atTheEnd(this::end);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    answer();
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
