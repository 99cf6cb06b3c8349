package com.gopher.course.runner;

import java.util.List;

/** A program of the tool that works beside the learner's classes, in a JVM that outlives it. */
interface Guest {

  /** Does its work, or begins it; the thread's class loader knows the learner's classes. */
  void run(List<String> arguments);

  /** A command of the tool. */
  void obey(String command);

  /** Ends what was begun: nothing of it may go on. */
  void end();
}
