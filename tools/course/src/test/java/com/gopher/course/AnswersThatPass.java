package com.gopher.course;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** What a learner may have answered: the model, and a report as if the learner had measured it. */
public final class AnswersThatPass {

  private AnswersThatPass() {}

  public static Tree of(Checkpoint checkpoint, CourseHome home) {
    Tree answers = checkpoint.modelAnswers();
    return answers.has("answers/worth.md") ? withReport(answers, home) : answers;
  }

  public static Tree withReport(Tree answers, CourseHome home) {
    return answers.with("answers/report.json", report(home).getBytes(StandardCharsets.UTF_8));
  }

  /** The recorded one, made at another time than the course's. */
  private static String report(CourseHome home) {
    try {
      return Files.readString(home.root().resolve("docs/results/compare.json"))
          .replaceFirst("\"started\" : \"[^\"]*\"", "\"started\" : \"2026-11-28T09:00:00Z\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
