package com.gopher.course.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The learner's shop as a process, on free ports and a database of its own. */
final class RunningShop extends RunningProgram {

  private RunningShop(Starting starting) throws Failed, InterruptedException {
    super(starting);
  }

  /**
   * Starts the shop, on what an earlier one has left in the directory.
   *
   * @throws Failed if it does not start
   */
  static RunningShop start(Subject subject, Path data) throws Failed, InterruptedException {
    return new RunningShop(
        Starting.of(
            subject,
            subject.shop(),
            "jdbc:h2:file:" + data.resolve("shop"),
            List.of(
                "--shop.data-dir=" + data, "--shipping.preparing=1s", "--shipping.transit=200ms")));
  }

  /** Runs SQL in a transaction of a module; what the database said when it refused. */
  Optional<String> asModule(String module, String sql) throws InterruptedException {
    String answer = ask("module com.gophershop." + module + " " + sql);
    return answer.equals("done")
        ? Optional.empty()
        : Optional.of(answer.substring(answer.indexOf(' ') + 1));
  }
}
