package com.gopher.course.check;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.util.List;
import java.util.Optional;

/** Runs a project as a check does, to see something of it and not to judge it. */
final class Look implements Check {

  /** Says what it has seen. */
  interface Question {
    String ask(Subject subject) throws Failed, InterruptedException;
  }

  private final Question question;

  private Look(Question question) {
    this.question = question;
  }

  static String at(Tree files, Question question) throws InterruptedException {
    return new Judge(new CourseHome(MadeUpCourse.repository()), step -> {})
        .judge(files, List.of(new Look(question)))
        .failure()
        .orElseThrow()
        .found();
  }

  @Override
  public String subject() {
    return "what a test wants to see";
  }

  /** Always a failure: what has passed would not be run again. */
  @Override
  public Optional<Failure> run(Subject subject) throws InterruptedException {
    try {
      return Optional.of(new Failure("", question.ask(subject), null, "", ""));
    } catch (Failed e) {
      return Optional.of(e.failure());
    }
  }
}
