package com.gopher.course.state;

import java.nio.file.Path;
import java.util.Locale;

/** One checkpoint of the course, addressed by its number or its slug. */
public record Checkpoint(int number, String slug, Path folder, CheckpointFacts facts) {

  /** Its number in two digits and its slug, as its folder is called. */
  public String name() {
    return String.format(Locale.ROOT, "%02d-%s", number, slug);
  }

  public String title() {
    return facts.title();
  }

  /**
   * What the learner is given to answer in, in no state and in no commit of the course; empty where
   * the task is code.
   */
  public Tree sheets() {
    return below("answers");
  }

  /** The same, filled in so that the check passes. */
  public Tree modelAnswers() {
    return below("model");
  }

  private Tree below(String directory) {
    Tree found = Directory.read(folder.resolve(directory));
    Tree answers = Tree.empty();
    for (String path : found.paths()) {
      answers = answers.with("answers/" + path, found.file(path).orElseThrow());
    }
    return answers;
  }

  public boolean needsCity() {
    return facts.needs().contains("city");
  }

  boolean isCalled(String numberOrSlug) {
    return slug.equals(numberOrSlug) || numberOrSlug.matches("0*" + number);
  }
}
