package com.gopher.course.command;

import com.gopher.course.check.Failure;
import com.gopher.course.check.Verdict;
import com.gopher.course.exercise.Exercise;
import com.gopher.course.state.Checkpoint;
import com.gopher.launcher.console.Console;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says one thing about a failure, and why it works after a pass. */
final class VerdictPrinter {

  private final Console console;

  VerdictPrinter(Console console) {
    this.console = console;
  }

  void print(Verdict verdict, Checkpoint checkpoint, boolean json) {
    if (json) {
      console.json(asMap("checkpoint", checkpoint.slug(), verdict));
    } else {
      verdict
          .failure()
          .ifPresentOrElse(
              failure -> {
                printFailure(failure);
                console.narrate("\n./shop tutorial hint gives a hint.");
              },
              () -> printPass(checkpoint));
    }
  }

  void print(Verdict verdict, Exercise exercise, boolean json) {
    if (json) {
      console.json(asMap("exercise", exercise.name(), verdict));
      return;
    }
    verdict
        .failure()
        .ifPresentOrElse(
            this::printFailure,
            () -> {
              console.result(console.good("Solved: exercise " + exercise.name() + "."));
              console.result("\n" + exercise.why());
              console.narrate("\nNext: ./shop tutorial exercise");
            });
  }

  private void printFailure(Failure failure) {
    console.result(console.bad("Not yet."));
    failure.lines().forEach(console::result);
    if (!failure.raw().isBlank()) {
      console.result("\n" + failure.raw().strip().indent(4).stripTrailing());
    }
  }

  private void printPass(Checkpoint checkpoint) {
    console.result(
        console.good(
            "Solved: checkpoint %s, %s.".formatted(checkpoint.number(), checkpoint.title())));
    console.result("\n" + Pages.why(checkpoint));
    console.result("\nTo discuss: " + checkpoint.facts().question());
    console.narrate("\nNext: ./shop tutorial next");
  }

  private static Map<String, Object> asMap(String kind, String name, Verdict verdict) {
    var all = new LinkedHashMap<String, Object>();
    all.put(kind, name);
    all.put("passed", verdict.isPassed());
    verdict.failure().ifPresent(failure -> all.put("failure", failure));
    return all;
  }
}
