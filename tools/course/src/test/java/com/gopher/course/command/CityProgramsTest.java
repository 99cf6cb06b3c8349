package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A course whose second checkpoint is in the city, and a script that only says what it is asked.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script of this test is a POSIX script")
class CityProgramsTest {

  private static final String BUILDS =
      """
      echo "$SHOP_BUILD_ONLY" >> built
      mkdir -p extracted-tracker/target tools/broker/target/lib tools/sabotage/target
      touch extracted-tracker/target/gotracker.jar tools/sabotage/target/sabotage.jar
      """;

  @TempDir Path directory;
  private MadeUpCourse course;
  private Path clone;
  private Path tree;

  @BeforeEach
  void startInTheCastle() throws IOException {
    clone = directory.resolve("clone");
    course = MadeUpCourse.in(clone);
    course.write(
        "docs/tutorial/02-second/checkpoint.yml",
        "title: In the city\nminutes: 5\nedit: [pom.xml]\nneeds: [city]\nquestion: Why?\n");
    script(BUILDS);
    type(clone, "start");
    tree = directory.resolve("gopher-course");
  }

  @Test
  void theCastleDoesWithoutIt() {
    assertThat(clone.resolve("built")).doesNotExist();
  }

  @Test
  void itIsBuiltOnceWhenItsFirstCheckpointBegins() {
    assertThat(type(tree, "solve").exit()).isZero();
    assertThat(clone.resolve("built")).hasContent("city");

    assertThat(type(tree, "reset").exit()).isZero();
    assertThat(type(clone, "start", "second", "../another").exit()).isZero();
    assertThat(clone.resolve("built")).hasContent("city");
  }

  @Test
  void withoutItNothingBeginsAndNothingIsChanged() throws IOException {
    script("exit 1");
    Tree before = Directory.read(tree);

    Typed solve = type(tree, "solve");
    Typed start = type(clone, "start", "second", "../another");

    assertThat(solve.exit()).isEqualTo(2);
    assertThat(solve.err()).contains("second needs the city", "Nothing was changed");
    assertThat(Directory.read(tree)).isEqualTo(before);
    assertThat(start.exit()).isEqualTo(2);
    assertThat(directory.resolve("another")).doesNotExist();
  }

  private Typed type(Path in, String... words) {
    return Typed.in(in, course.home(), words);
  }

  private void script(String text) throws IOException {
    Path script = clone.resolve("shop");
    Files.writeString(script, "#!/bin/sh\ncd \"$(dirname \"$0\")\"\n" + text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
