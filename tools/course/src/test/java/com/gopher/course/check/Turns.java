package com.gopher.course.check;

import com.gopher.course.MadeUpCourse;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chooses by the id of the commit which attempts a build runs, so that the same commit always runs
 * the same ones. All are run by {@code .ci/long}, and where somebody asks for a test by its name.
 */
final class Turns implements ExecutionCondition {

  /** {@code all} or {@code one}, for those who want the other than they get. */
  private static final String WISH = "course.turns";

  /** Maven hands on what was typed after {@code -Dtest=}. */
  private static final String ASKED_BY_NAME = "test";

  static boolean areAll() {
    String byDefault = System.getProperty(ASKED_BY_NAME) == null ? "one" : "all";
    return System.getProperty(WISH, byDefault).equals("all");
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (areAll()) {
      return ConditionEvaluationResult.enabled("all attempts are run");
    }
    Method method = context.getRequiredTestMethod();
    String commit = commit();
    String chosen = chosen(attemptsLike(method), commit);
    if (!method.getName().equals(chosen)) {
      return ConditionEvaluationResult.disabled(
          "at commit " + commit + " it is the turn of " + chosen);
    }
    System.out.printf(
        "At commit %s it is the turn of %s.%s%n",
        commit, method.getDeclaringClass().getSimpleName(), chosen);
    return ConditionEvaluationResult.enabled("its turn");
  }

  /**
   * @param commit an id in hexadecimal digits
   */
  static String chosen(List<String> attempts, String commit) {
    int number = Integer.parseUnsignedInt(commit.substring(0, Math.min(8, commit.length())), 16);
    return attempts.get(Integer.remainderUnsigned(number, attempts.size()));
  }

  private static List<String> attemptsLike(Method method) {
    Turn.Kind kind = method.getAnnotation(Turn.class).value();
    return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
        .filter(it -> it.isAnnotationPresent(Turn.class))
        .filter(it -> it.getAnnotation(Turn.class).value() == kind)
        .map(Method::getName)
        .sorted()
        .toList();
  }

  /** Sources without a history always take the first turn. */
  private static String commit() {
    try (Repository git = QuietGit.open(MadeUpCourse.repository())) {
      ObjectId head = git.resolve("HEAD");
      return head == null ? "0" : head.abbreviate(8).name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
