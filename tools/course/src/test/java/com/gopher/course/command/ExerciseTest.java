package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.check.Net;
import com.gopher.course.exercise.Exercise;
import com.gopher.course.exercise.Exercises;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exercises of this repository, typed as a learner types them. */
class ExerciseTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());

  @TempDir Path directory;

  static List<Exercise> exercises() {
    return Exercises.of(HOME.course()).all();
  }

  @Test
  void thereAreAtLeastEightAndThePageListsThem() throws IOException {
    String page = Files.readString(HOME.course().root().resolve("exercises/README.md"));

    assertThat(exercises()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(page).contains(Net.table());
    assertThat(page.lines().filter(line -> line.startsWith("| [")))
        .containsExactlyElementsOf(
            exercises().stream()
                .map(
                    it ->
                        "| [`%s`](%s/README.md) | %s |".formatted(it.name(), it.name(), it.title()))
                .toList());
    assertThat(Typed.in(directory, HOME, "exercise").out().lines())
        .hasSameSizeAs(exercises())
        .allMatch(line -> exercises().stream().anyMatch(it -> line.startsWith(it.name() + " ")));
  }

  @ParameterizedTest
  @MethodSource("exercises")
  void withoutAnAnswerAndWithAWrongOneTheCheckFails(Exercise exercise) throws IOException {
    Path place = begin(exercise);

    assertFails(place, "There is no answer in it yet.", "answer.txt");
    for (String wrong : wrongAnswers(exercise)) {
      answer(place, wrong);
      assertFails(place, wrong.equals("none") ? "innocent" : "It says " + wrong, "answer.txt");
    }
  }

  @Tag("minutes")
  @ParameterizedTest
  @MethodSource("exercises")
  void withTheRightAnswerAndTheChangeTakenBackItPasses(Exercise exercise) throws IOException {
    Path place = begin(exercise);
    Tree broken = exercise.start(HOME.states());
    Tree mended = exercise.solution(HOME.states());
    for (String path : broken.without(mended.paths()).paths()) {
      Files.delete(place.resolve(path));
    }
    Directory.write(mended.only(path -> !path.equals("README.md")), place);
    answer(place, "# I think\n" + right(exercise).toUpperCase(Locale.ROOT));

    Typed typed = Typed.in(place, HOME, "check");

    assertThat(typed.exit()).as(typed.out()).isZero();
    assertThat(typed.out()).contains("Solved: exercise " + exercise.name(), exercise.why());
  }

  @Tag("minutes")
  @Test
  void theRightAnswerAloneIsNotEnough() throws IOException {
    Path place = begin(exercise("foreign-key"));
    answer(place, "rules");

    assertFails(place, "orders.purchase_order", "Each module reads and writes its own tables");
  }

  @ParameterizedTest
  @ValueSource(strings = {"walls", "rules\nmodules"})
  void anAnswerThatIsNoneOrTwoIsRefusedWithTheWords(String answer) throws IOException {
    Path place = begin(exercise("foreign-key"));
    answer(place, answer);

    assertFails(place, answer.equals("walls") ? "It says \"walls\"" : "It has 2 answers");
  }

  @Test
  void itStaysAwayFromTheLearnersProjectAndTheClone() {
    Typed.in(directory, HOME, "start", "1", "mine");
    Path mine = directory.resolve("mine");
    Tree before = Directory.read(mine);

    Typed inside = Typed.in(mine, HOME, "exercise", "label", "here");
    Typed taken = Typed.in(directory, HOME, "exercise", "label", "mine");
    Typed beside = Typed.in(mine, HOME, "exercise", "label", "../label");

    assertThat(inside.exit()).isEqualTo(2);
    assertThat(inside.err()).contains("Nothing was written");
    assertThat(taken.exit()).isEqualTo(2);
    assertThat(beside.exit()).as(beside.err()).isZero();
    assertThat(beside.out()).contains("cd ../label");
    assertThat(Directory.read(mine)).isEqualTo(before);
    assertThat(
            Typed.in(directory, HOME, "exercise", "label", HOME.root().resolve("x").toString())
                .err())
        .contains("Nothing was written");
  }

  @Test
  void aSecondTimeTheDirectoryIsLeftAlone() throws IOException {
    Path place = begin(exercise("label"));
    answer(place, "none");
    Tree before = Directory.read(place);

    Typed again = Typed.in(directory, HOME, "exercise", "label", "exercise");

    assertThat(again.exit()).isEqualTo(2);
    assertThat(again.err()).contains("Nothing was written", "cd exercise");
    assertThat(Directory.read(place)).isEqualTo(before);
  }

  @Test
  void theOtherCommandsOfTheCourseSayThatTheyAreElsewhere() {
    Path place = begin(exercise("label"));

    for (String command : new String[] {"task", "next", "solve", "reset", "hint"}) {
      Typed typed = Typed.in(place, HOME, command);

      assertThat(typed.exit()).as(command).isEqualTo(2);
      assertThat(typed.err()).contains("the exercise label", "./shop tutorial check");
    }
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() {
    Typed typed = Typed.in(directory, HOME, "exercise", "handstand");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("no exercise handstand", "foreign-key");
  }

  private Path begin(Exercise exercise) {
    Typed typed = Typed.in(directory, HOME, "exercise", exercise.name(), "exercise");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains(exercise.story(), "./shop tutorial check");
    return directory.resolve("exercise");
  }

  private static void answer(Path place, String text) throws IOException {
    Files.writeString(place.resolve("answer.txt"), text + "\n");
  }

  private static void assertFails(Path place, String... words) {
    Typed typed = Typed.in(place, HOME, "check");

    assertThat(typed.exit()).as(typed.out() + typed.err()).isEqualTo(1);
    assertThat(typed.out()).contains(words);
  }

  private static Exercise exercise(String name) {
    return Exercises.of(HOME.course()).find(name).orElseThrow();
  }

  private static String right(Exercise exercise) {
    return exercise.net().map(Net::word).orElse("none");
  }

  private static List<String> wrongAnswers(Exercise exercise) {
    return Stream.concat(Stream.of(Net.values()).map(Net::word), Stream.of("none"))
        .filter(word -> !word.equals(right(exercise)))
        .toList();
  }
}
