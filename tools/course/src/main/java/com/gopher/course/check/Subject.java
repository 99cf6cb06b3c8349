package com.gopher.course.check;

import com.gopher.course.state.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is judged.
 *
 * @param files the learner's files
 * @param programs those of the learner's tree, compiled
 * @param judges the class path of the tool's programs that run beside the learner's
 * @param broker where Kafka is, for the checks that need it
 * @param work a directory made for this check
 * @param drill the city in which faults strike, for the checks that need it
 */
record Subject(
    Tree files,
    Map<Program, CompiledProgram> programs,
    List<Path> judges,
    Broker broker,
    Path work,
    Drill drill) {

  CompiledProgram shop() {
    return programs.get(Program.SHOP);
  }

  /**
   * @throws Failed if the learner's tree has no tracker
   */
  CompiledProgram tracker() throws Failed {
    CompiledProgram tracker = programs.get(Program.TRACKER);
    if (tracker == null) {
      throw new Failed(
          new Failure(
              "There is a tracker, beside the shop.",
              "Nothing is in " + Program.TRACKER.main() + ".",
              Program.TRACKER.folder(),
              "Put it back: git checkout start/building -- " + Program.TRACKER.folder(),
              ""));
    }
    return tracker;
  }
}
