package com.gopher.course.check;

import com.gopher.course.runner.ApplicationHost;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the learner's programs as a process, on free ports and data made for the check. */
abstract class RunningProgram implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration LONGEST_START = Duration.ofSeconds(180);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private static final String READY = "ready ";

  private final Neighbour process;
  private final URI url;
  private final URI management;

  /**
   * Waits until it is ready.
   *
   * @throws Failed if it does not start
   */
  RunningProgram(Starting starting) throws Failed, InterruptedException {
    this.process = starting.process();
    List<URI> urls = starting.awaitUrls();
    this.url = urls.get(0);
    this.management = urls.get(1);
  }

  /** A program that is not ready yet: several may start at the same time. */
  record Starting(Program program, Neighbour process) implements AutoCloseable {

    /**
     * @param database its URL
     * @param arguments what the program is given, beside its ports and its database
     */
    static Starting of(
        Subject subject, CompiledProgram compiled, String database, List<String> arguments) {
      var all = new ArrayList<String>();
      all.add(compiled.program().mainClass());
      all.add("--server.port=0");
      all.add("--management.server.port=0");
      all.add("--spring.datasource.url=" + database);
      all.add("--spring.datasource.username=admin");
      all.addAll(arguments);
      return new Starting(
          compiled.program(), Neighbour.start(subject, compiled, ApplicationHost.class, all));
    }

    /** For customers, and for operators. */
    private List<URI> awaitUrls() throws Failed, InterruptedException {
      Optional<String> answer = process.answer(START, LOOK, LONGEST_START);
      if (answer.filter(it -> it.startsWith(READY)).isPresent()) {
        return Stream.of(answer.get().substring(READY.length()).split(" "))
            .map(port -> URI.create("http://127.0.0.1:" + port))
            .toList();
      }
      close();
      throw answer
          .map(it -> (Failed) new Refused(failure("It does not: " + reason(it))))
          .orElseGet(
              () -> new Failed(failure("It was not ready within " + START.toSeconds() + " s.")));
    }

    private Failure failure(String found) {
      return new Failure(
          "The " + program.title() + " starts.",
          found,
          null,
          "Read the last lines of its log below; ./shop up %s starts it for you to look at."
              .formatted(program == Program.SHOP ? "castle" : "city"),
          process.log());
    }

    private static String reason(String answer) {
      return firstLine(answer.substring(answer.indexOf(' ') + 1));
    }

    private static String firstLine(String text) {
      return text.lines().findFirst().orElse(text);
    }

    @Override
    public void close() {
      process.close();
    }
  }

  final URI url() {
    return url;
  }

  /** The address of the management port. */
  final URI management() {
    return management;
  }

  final String log() {
    return process.log();
  }

  /**
   * Looks into the database, or changes it, behind the program's back.
   *
   * @return the columns of each row, as text
   */
  final List<List<String>> asAdministrator(String sql) throws InterruptedException {
    return SqlAnswer.rows(ask("administrator " + sql), sql);
  }

  final String ask(String command) throws InterruptedException {
    process.command(command);
    return process.answer(ANSWER).orElse("refused no answer");
  }

  /** Ends it at once, as a power failure would. */
  final void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public final void close() {
    process.close();
  }
}
