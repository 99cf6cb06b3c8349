package com.gopher.course.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.check.Judge;
import com.gopher.course.check.Net;
import com.gopher.course.check.Verdict;
import com.gopher.course.state.States;
import com.gopher.course.tree.CourseHome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The net that an exercise names is the first one that stops it. */
@Tag("minutes")
class NetsOfExercisesTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());
  private static final States STATES = HOME.states();
  private static final List<Net> AT_BUILD_TIME = List.of(Net.MODULES, Net.RULES);

  static List<Exercise> exercises() {
    return Exercises.of(HOME.course()).all();
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void whatIsStoppedAtBuildTimeIsWhatSaysSo(Exercise exercise) throws InterruptedException {
    for (Net net : AT_BUILD_TIME) {
      boolean stops = exercise.net().filter(net::equals).isPresent();

      assertThat(verdict(exercise, net).isPassed()).as(net.word()).isEqualTo(!stops);
      if (stops) {
        return;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "circle, Cycle detected",
    "entity, META-INF/orm.xml",
    "foreign-key, orders.purchase_order",
    "pieces, possible"
  })
  void itIsStoppedForItsOwnReason(String name, String reason) throws InterruptedException {
    assertThat(rawOf(name)).contains(reason);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "grant, SELECT COUNT(*) FROM customers.customer was answered",
    "shared-transaction, Not enough rights",
    "swallowed, there is no invoice",
    "dedupe, when an older one came again"
  })
  void itIsStoppedWhenItRuns(String name, String reason) throws InterruptedException {
    Exercise exercise = exercise(name);
    Net right = exercise.net().orElseThrow();
    for (Net net : Net.values()) {
      if (net.compareTo(right) < 0) {
        assertThat(verdict(exercise, net).isPassed()).as(net.word()).isTrue();
      }
    }
    assertThat(rawOf(name)).contains(reason);
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource("label")
  void theInnocentOnePassesAllNets(String name) throws InterruptedException {
    Exercise exercise = exercise(name);

    assertThat(exercise.net()).isEmpty();
    for (Net net : Net.heldAt(exercise.from())) {
      assertThat(verdict(exercise, net).failure()).as(net.word()).isEmpty();
    }
  }

  private static Exercise exercise(String name) {
    return Exercises.of(HOME.course()).find(name).orElseThrow();
  }

  private static String rawOf(String name) throws InterruptedException {
    Exercise exercise = exercise(name);
    return verdict(exercise, exercise.net().orElseThrow()).failure().orElseThrow().toString();
  }

  private static Verdict verdict(Exercise exercise, Net net) throws InterruptedException {
    return new Judge(HOME, step -> {}).tryNets(exercise.start(STATES), List.of(net));
  }
}
