package com.gopher.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.ResidentMemory;
import com.gopher.launcher.process.RunningProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows processes, one a line. */
final class ProcessTable {

  private static final long MEGABYTE = 1_000_000;
  private static final String LINE = "%-10s %7s %6s %8s  %-28s  %s";

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Row(
      @JsonUnwrapped RunningProcess process,
      @Nullable Long memoryBytes,
      @JsonUnwrapped @Nullable Condition condition) {

    static Row of(RunningProcess process, @Nullable Condition condition) {
      OptionalLong memory = ResidentMemory.of(process);
      return new Row(process, memory.isPresent() ? memory.getAsLong() : null, condition);
    }
  }

  private final Console console;

  ProcessTable(Console console) {
    this.console = console;
  }

  void showAsJson(List<RunningProcess> processes, Map<String, Condition> conditions) {
    console.json(
        Map.of(
            "processes",
            processes.stream()
                .map(process -> Row.of(process, conditions.get(process.name())))
                .toList()));
  }

  void show(List<RunningProcess> processes) {
    show(processes, "log", process -> shortened(Path.of(process.log())));
  }

  /**
   * @param title of the last column
   */
  void show(
      List<RunningProcess> processes, String title, Function<RunningProcess, String> lastColumn) {
    console.result(
        String.format(LINE, "process", "pid", "port", "memory", "URL", title).stripTrailing());
    for (RunningProcess process : processes) {
      OptionalLong memory = ResidentMemory.of(process);
      console.result(
          String.format(
                  LINE,
                  process.name(),
                  process.pid(),
                  process.url().getPort(),
                  memory.isPresent() ? memory.getAsLong() / MEGABYTE + " MB" : "-",
                  process.url(),
                  lastColumn.apply(process))
              .stripTrailing());
    }
  }

  private static String shortened(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
