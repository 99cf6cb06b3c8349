package com.gopher.lab.bench;

import com.gopher.launcher.console.CouldNotRun;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A bare program in a JVM of its own, with the H2 that an application's jar carries. */
final class ForkedFloor {

  private static final long GRACE_SECONDS = 2;

  private final Process process;
  private final BufferedReader answers;

  /** The {@link BareProgram}, on a database of its own or a given one. */
  ForkedFloor(Workplace workplace, Path shopJar, String... arguments) throws IOException {
    this(
        workplace,
        shopJar,
        BareProgram.class,
        workplace.directory("bare"),
        arguments.length > 0
            ? List.of(arguments)
            : List.of(workplace.directory("bare").toString(), shopJar.toString()));
  }

  /**
   * A program whose first argument is the directory with the given name.
   *
   * @param jar where the H2 is taken from
   */
  ForkedFloor(
      Workplace workplace, String directory, Path jar, Class<?> program, List<String> arguments)
      throws IOException {
    this(
        workplace,
        jar,
        program,
        workplace.directory(directory),
        Stream.concat(Stream.of(workplace.directory(directory).toString()), arguments.stream())
            .toList());
  }

  private ForkedFloor(
      Workplace workplace, Path jar, Class<?> program, Path directory, List<String> arguments)
      throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Jdk.current().java(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + h2(jar, directory),
                program.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    workplace.atTheEnd(this::end);
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    answer();
  }

  /** Orders per second. */
  double run(Duration duration) throws IOException {
    return Double.parseDouble(ask("run " + duration.toMillis() / 1_000.0));
  }

  /** Processor time that the program has used since its start. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  void fill(int orders) throws IOException {
    ask("fill " + orders);
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

  String ask(String order) throws IOException {
    process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return answer();
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new CouldNotRun(
          "The bare program ended early: the reason is above. No result was written.");
    }
    return line;
  }

  private static Path h2(Path shopJar, Path directory) throws IOException {
    try (ZipFile zip = new ZipFile(shopJar.toFile())) {
      var entry =
          zip.stream()
              .filter(it -> it.getName().matches("BOOT-INF/lib/h2-.*\\.jar"))
              .findFirst()
              .orElseThrow(
                  () -> new CouldNotRun(shopJar + " carries no H2. Nothing was measured."));
      Path target = directory.resolve("h2.jar");
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      }
      return target;
    }
  }
}
