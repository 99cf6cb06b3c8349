package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every command that the pages tell people to type is one that the smoke run or a test types. A new
 * one is noticed here, and joins this list together with what tries it.
 */
class DocumentedCommandsTest {

  private static final Pattern COMMAND = Pattern.compile("\\./shop ([a-z-]+(?: [a-z]+)?)");
  private static final Set<String> TWO_WORDS =
      Set.of("up castle", "up city", "up distributed", "retire delivery");
  private static final Set<String> TRIED =
      Set.of(
          "--help",
          "outbox",
          "publications",
          "trace",
          "journey",
          "status",
          "down",
          "doctor",
          "resend",
          "backfill",
          "reconcile",
          "shadow",
          "cutover",
          "rollback",
          "inspect",
          "advise",
          "bench",
          "dead-letters",
          "faults",
          "compare",
          "tutorial",
          "watch");

  @Test
  void everyCommandOfThePagesIsTried() throws IOException {
    // The changelog tells of commands; it does not ask anybody to type them.
    List<Path> pages =
        Repository.files(".md").stream()
            .filter(it -> !it.toString().contains("/src/") && !it.endsWith("CHANGELOG.md"))
            .toList();
    assertThat(pages).hasSizeGreaterThan(50);
    Set<String> seen = new TreeSet<>();
    for (Path page : pages) {
      String text = Repository.read(page.toString());
      assertThat(unknown(text)).as("commands of %s that nothing tries", page).isEmpty();
      COMMAND.matcher(text).results().map(it -> it.group(1)).forEach(seen::add);
    }
    assertThat(TWO_WORDS).as("commands of this list that no page has").isSubsetOf(seen);
  }

  @Test
  void aCommandThatNothingTriesIsFound() {
    assertThat(
            unknown("Type `./shop up castle --detach`, `./shop rewind` and ./shop up starts it."))
        .containsExactly("rewind", "up starts");
  }

  private static List<String> unknown(String text) {
    return COMMAND
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .filter(it -> !TWO_WORDS.contains(it) && !TRIED.contains(it.split(" ")[0]))
        .toList();
  }
}
