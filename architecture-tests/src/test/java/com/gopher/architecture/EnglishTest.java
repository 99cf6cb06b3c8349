package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Phrases that a native reader stumbled over do not come back, in pages, messages or comments. Each
 * was mended once, and each was written again by somebody who had not seen that.
 */
class EnglishTest {

  private static final Pattern STUMBLES =
      Pattern.compile(
          "goes home and was promised nothing|stored and not told|killed process is no event"
              + "|fit to be believed|at most so many|out of its mind"
              + "|(?:login|administrator) (?:[a-z]+ ){0,3}(?:he|his)\\b");

  @Test
  void noneOfThemIsThere() throws IOException {
    List<Path> texts =
        Stream.of(".md", ".java", ".properties", ".html", ".yml")
            .flatMap(EnglishTest::files)
            .filter(it -> !it.endsWith("EnglishTest.java"))
            .toList();
    assertThat(texts).hasSizeGreaterThan(1_000);
    List<String> found = new ArrayList<>();
    for (Path text : texts) {
      stumbles(Files.readString(text)).forEach(it -> found.add(text + ": " + it));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void oneIsFoundAlsoWhereALineOfACommentBreaksIt() {
    assertThat(stumbles("/**\n   * Fails as if it were out of\n   * its mind.\n   */"))
        .containsExactly("out of its mind");
    assertThat(stumbles("A login that may not read what\nhe owns")).isEmpty();
    assertThat(stumbles("the administrator, or a login with his rights"))
        .containsExactly("login with his");
  }

  private static List<String> stumbles(String text) {
    String flowing = text.replaceAll("\\s*\\n\\s*(?:\\*|//|#)?\\s*", " ");
    return STUMBLES.matcher(flowing).results().map(MatchResult::group).toList();
  }

  private static Stream<Path> files(String end) {
    try {
      return Repository.files(end).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
