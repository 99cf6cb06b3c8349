package com.gopher.course.check;

import com.gopher.course.runner.DatabaseHost;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One database for several trackers, made for a check. */
final class SharedDatabase implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Neighbour process;
  private final Path directory;
  private final String url;

  private SharedDatabase(Neighbour process, Path directory, String url) {
    this.process = process;
    this.directory = directory;
    this.url = url;
  }

  /**
   * @param directory for its files
   * @throws Failed if the learner's tree has no tracker
   * @throws CouldNotRun if it does not start
   */
  static SharedDatabase start(Subject subject, Path directory) throws Failed, InterruptedException {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Neighbour process =
        Neighbour.start(
            directory,
            Stream.concat(subject.judges().stream(), subject.tracker().libraries().stream())
                .toList(),
            DatabaseHost.class,
            List.of(directory.toString()));
    String answer = process.answer(START).orElse("");
    if (!answer.startsWith("ready ")) {
      process.close();
      throw new CouldNotRun(
          "The database that the trackers are to share did not start. Nothing was checked. What it said is below; run the same command again.\n"
              + process.log());
    }
    return new SharedDatabase(process, directory, answer.substring("ready ".length()));
  }

  Path passwordFile() {
    return directory.resolve("database-password");
  }

  String url() {
    return url;
  }

  /** The columns of each row, as text. */
  List<List<String>> run(String sql) throws InterruptedException {
    return SqlAnswer.rows(ask("run " + sql), sql);
  }

  /**
   * @param rows a table, perhaps with a condition
   */
  int count(String rows) throws InterruptedException {
    return Integer.parseInt(run("SELECT COUNT(*) FROM " + rows).get(0).get(0));
  }

  /** Keeps the locks that the statement takes until they are released. */
  void hold(String sql) throws InterruptedException {
    SqlAnswer.rows(ask("hold " + sql), sql);
  }

  void release() throws InterruptedException {
    SqlAnswer.rows(ask("release"), "COMMIT");
  }

  private String ask(String command) throws InterruptedException {
    process.command(command);
    return process.answer(ANSWER).orElse("refused no answer");
  }

  @Override
  public void close() {
    process.close();
  }
}
