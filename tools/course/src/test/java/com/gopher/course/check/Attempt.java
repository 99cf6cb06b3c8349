package com.gopher.course.check;

import com.gopher.course.state.Tree;
import java.nio.charset.StandardCharsets;

/** What a learner might have written: a state, edited. */
record Attempt(Tree files) {

  static final String SHOP = "monolith/src/main/java/com/gophershop/";

  /** Puts one text in the place of another, which must be there. */
  Attempt edit(String path, String old, String now) {
    String text = files.text(SHOP + path).orElseThrow();
    if (!text.contains(old)) {
      throw new IllegalArgumentException(path + " does not hold: " + old);
    }
    return write(SHOP + path, text.replace(old, now));
  }

  Attempt add(String path, String text) {
    return write(SHOP + path, text);
  }

  Attempt addMigration(String path, String text) {
    return write("monolith/src/main/resources/db/migration/" + path, text);
  }

  /** One file as another state has it. */
  Attempt take(String path, Tree from) {
    return new Attempt(files.with(SHOP + path, from.file(SHOP + path).orElseThrow()));
  }

  private Attempt write(String path, String text) {
    return new Attempt(files.with(path, text.getBytes(StandardCharsets.UTF_8)));
  }
}
