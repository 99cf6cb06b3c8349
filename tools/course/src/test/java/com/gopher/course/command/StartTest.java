package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

  @TempDir Path directory;
  private MadeUpCourse course;
  private Path clone;

  @BeforeEach
  void makeTheCourse() {
    clone = directory.resolve("clone");
    course = MadeUpCourse.in(clone);
  }

  @Test
  void theFirstCheckpointIsWrittenBesideTheCloneAndTheNextCommandsAreNamed() {
    Typed typed = type(clone, "start");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("cd ../gopher-course", "./shop tutorial check", "Do it.");
    assertThat(directory.resolve("gopher-course").resolve(MadeUpCourse.BELL))
        .content()
        .contains("first");
  }

  @Test
  void aCheckpointIsNamedByNumberOrSlugAndThePathMayHaveSpaces() {
    type(clone, "start", "2", "../a läarner's tree");
    Typed typed = type(clone, "start", "second", "../b b");

    assertThat(typed.out()).contains("cd \"../b b\"");
    assertThat(directory.resolve("a läarner's tree").resolve(MadeUpCourse.BELL))
        .content()
        .contains("second");
  }

  @Test
  void insideTheCloneNothingIsWritten() {
    Typed typed = type(clone, "start", "1", "mine");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("inside the clone", "Nothing was written");
    assertThat(clone.resolve("mine")).doesNotExist();
  }

  @Test
  void aDirectoryThatIsNotEmptyIsLeftAlone() throws IOException {
    Path full = Files.createDirectory(directory.resolve("full"));
    Files.writeString(full.resolve("letter.txt"), "Dear");

    Typed typed = type(clone, "start", "1", "../full");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("not empty", "Nothing was written");
    assertThat(Directory.read(full).paths()).containsExactly("letter.txt");
  }

  @Test
  void aSecondStartSaysHowToGoOnInTheFirst() {
    type(clone, "start");
    Path tree = directory.resolve("gopher-course");
    Tree before = Directory.read(tree);

    Typed typed = type(clone, "start");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .contains("Nothing was changed", "cd ../gopher-course", "./shop tutorial list");
    assertThat(Directory.read(tree)).isEqualTo(before);
  }

  @Test
  void anUnknownCheckpointIsRefusedWithThoseThereAre() {
    Typed typed = type(clone, "start", "third");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("no checkpoint third", "first, second");
  }

  @Test
  void aCopyIsEquippedAgainAndNoSourceChanges() throws IOException {
    type(clone, "start", "2");
    Path tree = directory.resolve("gopher-course");
    Path copy = directory.resolve("copy");
    Tree committed =
        Directory.read(tree).only(path -> !path.startsWith("lib/") && !path.startsWith(".course/"));
    Directory.write(committed, copy);

    Typed typed = type(copy, "start", "--here");

    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("checkpoint 2", "No source was changed");
    assertThat(Directory.read(copy).without(committed.paths()).paths())
        .contains(
            ".course/home",
            "lib/com/gopher/foundation/1.0.0-course-SNAPSHOT/foundation-1.0.0-course-SNAPSHOT.jar");
    assertThat(committed.differingFrom(Directory.read(copy)).paths()).isEmpty();
  }

  @Test
  void outsideOfATreeTheOtherCommandsSayWhatToDo() {
    for (String command :
        new String[] {"task", "check", "hint", "diff", "next", "solve", "reset"}) {
      Typed typed = type(clone, command);

      assertThat(typed.exit()).as(command).isEqualTo(2);
      assertThat(typed.err()).contains("Nothing was changed", "./shop tutorial start");
    }
  }

  @Test
  void hintsComeOneByOneAndACertainOneCanBeAskedFor() {
    type(clone, "start");
    Path tree = directory.resolve("gopher-course");

    assertThat(type(tree, "hint").out()).contains("Gentle.");
    assertThat(type(tree, "hint").out()).contains("Clear.");
    assertThat(type(tree, "hint", "1").out()).contains("Gentle.");
    assertThat(type(tree, "hint").out()).contains("All.");
    assertThat(type(tree, "hint").out()).contains("All.");
    assertThat(type(tree, "hint", "4").exit()).isEqualTo(2);
  }

  @Test
  void afterTheLastCheckpointItSaysWhatWasLearnt() {
    type(clone, "start", "2");

    assertThat(type(directory.resolve("gopher-course"), "solve").out())
        .contains("That was the last checkpoint", " 1 The first", " 2 The second")
        .contains("You have learnt it.");
  }

  @Test
  void theListShowsHowFarTheLearnerIs() {
    type(clone, "start");
    Path tree = directory.resolve("gopher-course");
    type(tree, "solve");

    assertThat(type(tree, "list").out().lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("first").endsWith("done"),
            second -> assertThat(second).contains("second").endsWith("you are here"));
    assertThat(type(tree, "list", "--json").out()).contains("\"slug\" : \"second\"");
  }

  private Typed type(Path where, String... words) {
    return Typed.in(where, course.home(), words);
  }
}
