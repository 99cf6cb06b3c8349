package com.gopher.course.check;

import java.nio.file.Path;
import java.util.ArrayList;
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
   * @param settings more options, such as {@code --shop.delivery=extracted}
   * @throws Failed if it does not start
   */
  static RunningShop start(Subject subject, Path data, String... settings)
      throws Failed, InterruptedException {
    return ready(launch(subject, data, settings));
  }

  /** Begins to start the shop. */
  static Starting launch(Subject subject, Path data, String... settings) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--shop.data-dir=" + data, "--shipping.preparing=1s", "--shipping.transit=200ms"));
    arguments.addAll(List.of(settings));
    return Starting.of(subject, subject.shop(), "jdbc:h2:file:" + data.resolve("shop"), arguments);
  }

  /**
   * @throws Failed if it does not start
   */
  static RunningShop ready(Starting starting) throws Failed, InterruptedException {
    return new RunningShop(starting);
  }

  /** Runs SQL in a transaction of a module; what the database said when it refused. */
  Optional<String> asModule(String module, String sql) throws InterruptedException {
    String answer = ask("module com.gophershop." + module + " " + sql);
    return answer.equals("done")
        ? Optional.empty()
        : Optional.of(answer.substring(answer.indexOf(' ') + 1));
  }
}
