package com.gopher.course.check;

import com.gopher.course.state.Tree;

/** The programs that a learner's tree may hold: the shop always, the tracker in the city. */
enum Program {
  SHOP("shop", "monolith", "gopher-shop.jar", "com.gophershop.GopherShop"),
  TRACKER("tracker", "extracted-tracker", "gotracker.jar", "com.gotracker.GoTracker");

  private final String title;
  private final String folder;
  private final String jar;
  private final String mainClass;

  Program(String title, String folder, String jar, String mainClass) {
    this.title = title;
    this.folder = folder;
    this.jar = jar;
    this.mainClass = mainClass;
  }

  /** What it is called in sentences. */
  String title() {
    return title;
  }

  /** Its folder, in the learner's tree and in the clone. */
  String folder() {
    return folder;
  }

  /** The file that the clone's build makes of it. */
  String jar() {
    return jar;
  }

  String mainClass() {
    return mainClass;
  }

  /** Where what it is made of lies, with a slash at the end. */
  String main() {
    return folder + "/src/main/";
  }

  boolean isIn(Tree files) {
    return files.paths().stream().anyMatch(path -> path.startsWith(main()));
  }
}
