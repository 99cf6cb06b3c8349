package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The texts of a checkpoint, as its folder has them. */
final class Pages {

  private static final Pattern HINT =
      Pattern.compile("^## Hint \\d\\R(.*?)(?=^## Hint |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

  /** For the author: what the block below is made from. */
  private static final Pattern MADE_FROM =
      Pattern.compile("^<!-- (excerpt|output) .* -->\\R", Pattern.MULTILINE);

  private Pages() {}

  static String task(Checkpoint checkpoint) {
    return read(checkpoint, "README.md");
  }

  static String why(Checkpoint checkpoint) {
    return read(checkpoint, "why.md");
  }

  /** What was learnt, and where to go on. */
  static String end(Course course) {
    return read(course.root().resolve("end.md"));
  }

  /** From gentle to explicit. */
  static List<String> hints(Checkpoint checkpoint) {
    return new ArrayList<>(
        HINT.matcher(read(checkpoint, "hints.md"))
            .results()
            .map((MatchResult hint) -> hint.group(1).strip())
            .toList());
  }

  private static String read(Checkpoint checkpoint, String page) {
    return read(checkpoint.folder().resolve(page));
  }

  private static String read(Path page) {
    try {
      return MADE_FROM.matcher(Files.readString(page)).replaceAll("").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
