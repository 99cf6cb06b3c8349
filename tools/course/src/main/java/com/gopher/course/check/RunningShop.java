package com.gopher.course.check;

import com.gopher.course.runner.ShopHost;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The learner's shop as a process, on free ports and a database of its own. */
final class RunningShop implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Neighbour process;
  private final URI url;

  private RunningShop(Neighbour process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts the shop, on what an earlier one has left in the directory.
   *
   * @throws Failed if it does not start
   */
  static RunningShop start(Subject subject, Path data) throws Failed, InterruptedException {
    Neighbour process =
        Neighbour.start(
            subject,
            ShopHost.class,
            List.of(
                "com.gophershop.GopherShop",
                "--server.port=0",
                "--management.server.port=0",
                "--shop.data-dir=" + data,
                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("shop"),
                "--spring.datasource.username=admin",
                "--shipping.preparing=1s",
                "--shipping.transit=200ms"));
    Optional<String> answer = process.answer(START);
    if (answer.filter(it -> it.startsWith("ready ")).isPresent()) {
      int port = Integer.parseInt(answer.get().substring("ready ".length()));
      return new RunningShop(process, URI.create("http://127.0.0.1:" + port));
    }
    process.close();
    throw new Failed(
        new Failure(
            "The shop starts.",
            answer
                .map(it -> "It does not: " + firstLine(it.substring(it.indexOf(' ') + 1)))
                .orElse("It was not ready within " + START.toSeconds() + " s."),
            null,
            "Read the last lines of your shop's log below; ./shop up castle starts it for you to look at.",
            process.log()));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }

  URI url() {
    return url;
  }

  String log() {
    return process.log();
  }

  /** Changes the database behind the modules' backs. */
  void asAdministrator(String sql) throws InterruptedException {
    process.command("administrator " + sql);
    String answer = process.answer(ANSWER).orElse("no answer");
    if (!answer.equals("done")) {
      throw new IllegalStateException(sql + ": " + answer + "\n" + process.log());
    }
  }

  /** Runs SQL in a transaction of a module; what the database said when it refused. */
  Optional<String> asModule(String module, String sql) throws InterruptedException {
    process.command("module com.gophershop." + module + " " + sql);
    String answer = process.answer(ANSWER).orElse("refused no answer");
    return answer.equals("done")
        ? Optional.empty()
        : Optional.of(answer.substring(answer.indexOf(' ') + 1));
  }

  void kill() throws InterruptedException {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
