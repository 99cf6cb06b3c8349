package com.gopher.course.exercise;

import com.gopher.course.check.Net;
import com.gopher.course.state.Directory;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import com.gopher.course.state.UnusableCourseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The course's solution of a checkpoint with one thing changed. Folder {@code new} holds files that
 * are added; what is changed in others stands in {@code exercise.yml}.
 *
 * @param from the slug of the checkpoint whose solution it is made from
 * @param net the first one that stops it; empty if it is innocent
 */
public record Exercise(
    String name, Path folder, String title, String from, Optional<Net> net, List<Edit> edits) {

  private static final String NEW = "new";

  /**
   * @param file at its path in the project
   * @param old what stands there, once
   */
  record Edit(String file, String old, String now) {}

  /** Its story, for the learner. */
  public String story() {
    return read("README.md");
  }

  /** Why the net sees it and others do not; to be read afterwards. */
  public String why() {
    return read("why.md");
  }

  /**
   * The project as the learner gets it.
   *
   * @throws UnusableCourseException if an edit no longer fits the file
   */
  public Tree start(States states) {
    Tree tree = solution(states);
    for (Edit edit : edits) {
      tree = tree.with(edit.file(), edited(edit, tree).getBytes(StandardCharsets.UTF_8));
    }
    return tree.with(Directory.read(folder.resolve(NEW)));
  }

  /** The project without what is broken. */
  public Tree solution(States states) {
    return states.solutionOf(
        states
            .course()
            .find(from)
            .orElseThrow(() -> new UnusableCourseException(name + ": no checkpoint " + from)));
  }

  @Override
  public String toString() {
    return name;
  }

  private String edited(Edit edit, Tree tree) {
    String text = tree.text(edit.file()).orElse("");
    int at = text.indexOf(edit.old());
    if (at < 0 || text.indexOf(edit.old(), at + 1) >= 0) {
      throw new UnusableCourseException(
          "The exercise %s changes a text that is not once in %s: %s"
              .formatted(name, edit.file(), edit.old().strip()));
    }
    return text.replace(edit.old(), edit.now());
  }

  private String read(String page) {
    try {
      return Files.readString(folder.resolve(page)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
