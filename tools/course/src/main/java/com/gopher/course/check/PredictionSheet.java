package com.gopher.course.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a learner expects of each fault: its name on one line, and below it yes or no to each
 * question.
 */
final class PredictionSheet {

  static final String FILE = "answers/predictions.txt";

  private final Map<String, Map<Effect, Boolean>> predictions;

  private PredictionSheet(Map<String, Map<Effect, Boolean>> predictions) {
    this.predictions = predictions;
  }

  boolean predicts(String fault, Effect effect) {
    return predictions.get(fault).get(effect);
  }

  /**
   * Reads all of it, before any fault is run.
   *
   * @throws Failed if something is missing, or is no prediction
   */
  static PredictionSheet read(Optional<String> text) throws Failed {
    if (text.isEmpty()) {
      throw failed(
          "Your predictions are in " + FILE + ".",
          "There is no such file.",
          FILE,
          "./shop tutorial start --here lays a blank one out again.");
    }
    var found = new LinkedHashMap<String, Map<Effect, Boolean>>();
    Map<Effect, Boolean> current = null;
    List<String> lines = text.get().lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
      if (line.isEmpty()) {
        continue;
      }
      if (!line.contains(":")) {
        current = found.computeIfAbsent(fault(line, number), it -> new EnumMap<>(Effect.class));
      } else if (current == null) {
        throw unreadable(line, number, "Put the name of a fault on a line above it.");
      } else {
        read(line, number, current);
      }
    }
    var sheet = new PredictionSheet(found);
    sheet.refuseGaps();
    return sheet;
  }

  private static String fault(String line, int number) throws Failed {
    if (Drill.QUESTIONS.containsKey(line)) {
      return line;
    }
    throw unreadable(
        line, number, "The faults are " + String.join(", ", Drill.QUESTIONS.keySet()) + ".");
  }

  private static void read(String line, int number, Map<Effect, Boolean> predictions)
      throws Failed {
    String[] parts = line.split(":", 2);
    Effect effect =
        Effect.called(parts[0].strip())
            .orElseThrow(
                () -> unreadable(line, number, "The questions are " + Effect.words() + "."));
    switch (parts[1].strip()) {
      case "yes", "y" -> predictions.put(effect, true);
      case "no", "n" -> predictions.put(effect, false);
      case "" -> {}
      default -> throw unreadable(line, number, "Write yes or no behind the colon.");
    }
  }

  private void refuseGaps() throws Failed {
    for (var question : Drill.QUESTIONS.entrySet()) {
      Map<Effect, Boolean> answered = predictions.getOrDefault(question.getKey(), Map.of());
      List<String> open = new ArrayList<>();
      for (Effect effect : question.getValue()) {
        if (!answered.containsKey(effect)) {
          open.add(effect.word());
        }
      }
      if (!open.isEmpty()) {
        throw failed(
            "You have predicted what each of the five faults does.",
            "For %s these are open: %s.".formatted(question.getKey(), String.join(", ", open)),
            FILE,
            "Write yes or no behind each colon; nothing is broken before all are answered.");
      }
    }
  }

  private static Failed unreadable(String line, int number, String next) {
    return failed(
        "Each line is the name of a fault, or a question, a colon, and yes or no.",
        "Line " + number + " is: " + line,
        FILE + ":" + number,
        next);
  }

  private static Failed failed(String expected, String found, String place, String next) {
    return new Failed(new Failure(expected, found, place, next, ""));
  }
}
