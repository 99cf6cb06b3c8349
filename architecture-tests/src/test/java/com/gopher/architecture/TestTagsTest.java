package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The inner loop stays short: a test class that starts a broker, a PostgreSQL, a process or a
 * browser says so by a tag, on the class or on its methods.
 */
class TestTagsTest {

  private static final Pattern STARTS_SOMETHING =
      Pattern.compile(
          "@EmbeddedKafka|@TrackerTest|EmbeddedPostgres\\.|Servers\\.|new ProcessBuilder|new Launcher\\(|Browser\\.open");
  private static final Pattern TEST =
      Pattern.compile("@(Test|ParameterizedTest)\\b|extends \\w+Tests\\b");
  private static final Pattern TAG =
      Pattern.compile("@Tag\\(\"(seconds|minutes|long)\"\\)|@TrackerTest\\b");

  @Test
  void whatStartsSomethingCarriesATag() throws IOException {
    List<Path> untagged = new ArrayList<>();
    int tagged = 0;
    for (Path source : Repository.files("Test.java")) {
      String text = Files.readString(source);
      if (isTestThatStartsSomething(text)) {
        if (TAG.matcher(text).find()) {
          tagged++;
        } else {
          untagged.add(source);
        }
      }
    }
    assertThat(untagged).isEmpty();
    assertThat(tagged).isGreaterThan(10);
  }

  @Test
  void aTestWithoutATagIsFound() {
    String test = "class SlowTest {\n  @Test\n  void starts() { new ProcessBuilder(\"x\"); }\n}";

    assertThat(isTestThatStartsSomething(test)).isTrue();
    assertThat(TAG.matcher(test).find()).isFalse();
    assertThat(TAG.matcher("@Tag(\"seconds\")\n" + test).find()).isTrue();
  }

  private static boolean isTestThatStartsSomething(String text) {
    return TEST.matcher(text).find() && STARTS_SOMETHING.matcher(text).find();
  }
}
