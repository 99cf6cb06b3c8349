package com.gopher.course.exercise;

import com.gopher.course.check.Failure;
import com.gopher.course.check.Net;
import com.gopher.course.state.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the learner says: one word in a file. */
final class Answer {

  static final String FILE = "answer.txt";

  /** In place of a net: nothing needs to be stopped. */
  static final String INNOCENT = "none";

  private static final String EXPECTED =
      FILE + " names the first net that stops the change, in one word.";

  private Answer() {}

  /** The file as the learner gets it. */
  static String blank() {
    return "# Which net is the first to stop the change? Write one of these words below:\n# "
        + words()
        + "\n";
  }

  private static String words() {
    return Stream.concat(Stream.of(Net.values()).map(Net::word), Stream.of(INNOCENT))
        .collect(Collectors.joining(", "));
  }

  /** What is wrong with the answer; empty if it is right. */
  static Optional<Failure> judge(Tree files, Exercise exercise) {
    List<String> lines =
        files.text(FILE).orElse("").lines().map(String::strip).filter(Answer::isAnswer).toList();
    if (lines.isEmpty()) {
      return wrong(
          files.has(FILE) ? "There is no answer in it yet." : "There is no such file.",
          "Read the change in README.md, and write one of: " + words() + ".");
    }
    if (lines.size() > 1) {
      return wrong("It has " + lines.size() + " answers.", "Leave the one that you mean.");
    }
    String word = lines.get(0).toLowerCase(Locale.ROOT);
    Optional<Net> net = Net.called(word);
    if (net.isEmpty() && !word.equals(INNOCENT)) {
      return wrong("It says \"" + lines.get(0) + "\".", "Write one of: " + words() + ".");
    }
    return net.equals(exercise.net())
        ? Optional.empty()
        : wrong(found(net, exercise.net()), "Read the change again, with the table of nets.");
  }

  private static boolean isAnswer(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static String found(Optional<Net> said, Optional<Net> right) {
    if (said.isEmpty()) {
      return "It says that the change is innocent, and one of the nets stops it.";
    }
    boolean tooLate = right.isPresent() && right.get().compareTo(said.get()) < 0;
    return "It says %s, and %s."
        .formatted(
            said.get().word(),
            tooLate ? "a net before that stops it" : "that net lets the change pass");
  }

  private static Optional<Failure> wrong(String found, String next) {
    return Optional.of(new Failure(EXPECTED, found, FILE, next, ""));
  }
}
