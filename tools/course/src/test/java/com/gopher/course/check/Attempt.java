package com.gopher.course.check;

import com.gopher.course.state.Tree;
import java.nio.charset.StandardCharsets;

/**
 * What a learner might have written: a state, edited.
 *
 * @param sources of the program whose files are edited, with a slash at the end
 */
record Attempt(Tree files, String sources) {

  private static final String SHOP = "monolith/src/main/java/com/gophershop/";
  private static final String TRACKER = "extracted-tracker/src/main/java/com/gotracker/";

  Attempt(Tree files) {
    this(files, SHOP);
  }

  /** What follows is edited in the tracker. */
  Attempt inTheTracker() {
    return new Attempt(files, TRACKER);
  }

  /** Puts one text in the place of another, which must be there. */
  Attempt edit(String path, String old, String now) {
    String text = files.text(sources + path).orElseThrow();
    if (!text.contains(old)) {
      throw new IllegalArgumentException(path + " does not hold: " + old);
    }
    return put(sources + path, text.replace(old, now));
  }

  Attempt add(String path, String text) {
    return put(sources + path, text);
  }

  Attempt addMigration(String path, String text) {
    return put("monolith/src/main/resources/db/migration/" + path, text);
  }

  /** One file as another state has it. */
  Attempt take(String path, Tree from) {
    return new Attempt(
        files.with(sources + path, from.file(sources + path).orElseThrow()), sources);
  }

  /** Without all files whose paths in the project begin like this. */
  Attempt remove(String path) {
    return new Attempt(files.only(it -> !it.startsWith(path)), sources);
  }

  /** A file at its path in the project. */
  Attempt put(String path, String text) {
    return new Attempt(files.with(path, text.getBytes(StandardCharsets.UTF_8)), sources);
  }
}
