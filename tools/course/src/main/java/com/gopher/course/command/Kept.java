package com.gopher.course.command;

import com.gopher.launcher.console.Console;

/** Says where a learner's work is. */
final class Kept {

  private Kept() {}

  static void say(Console console, String branch) {
    console.narrate("What you had is on the branch %s: git show %s".formatted(branch, branch));
  }
}
