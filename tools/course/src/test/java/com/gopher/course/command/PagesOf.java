package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/** What a checkpoint's pages lack. */
public final class PagesOf {

  private static final int HINTS = 3;

  private PagesOf() {}

  public static List<String> complaints(Checkpoint checkpoint) {
    var complaints = new ArrayList<String>();
    List<String> hints = Pages.hints(checkpoint);
    if (hints.size() != HINTS || hints.stream().anyMatch(String::isBlank)) {
      complaints.add(checkpoint.name() + " has " + hints.size() + " hints and not " + HINTS);
    }
    if (Pages.task(checkpoint).isBlank()) {
      complaints.add(checkpoint.name() + " has no task");
    }
    if (Pages.why(checkpoint).isBlank()) {
      complaints.add(checkpoint.name() + " has no reason");
    }
    if (!checkpoint.facts().question().endsWith("?")) {
      complaints.add(checkpoint.name() + " has no question");
    }
    return complaints;
  }
}
