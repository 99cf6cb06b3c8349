package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages name is there. */
class DocumentationTest {

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*)(#[^)\\s]*)?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w+)`");

  @TempDir private Path directory;

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<Path> pages = Repository.files(".md");
    assertThat(pages).hasSizeGreaterThan(50);
    for (Path page : pages) {
      assertThat(deadLinks(page)).as("dead links of " + page).isEmpty();
    }
  }

  @Test
  void aLinkToAFileOrAHeadingThatIsNotThereIsFound() throws IOException {
    Path page = directory.resolve("page.md");
    Files.writeString(
        page,
        """
        # The page's `own` heading
        [here](#the-pages-own-heading) [itself](page.md) [elsewhere](https://example.org/gone)
        [gone](gone.md) [no heading](page.md#gone)
        ```
        [in code](gone.md)
        ```
        """);

    assertThat(deadLinks(page)).containsExactly("gone.md", "page.md#gone");
  }

  @Test
  void everyDecisionIsListedByItsTitle() throws IOException {
    String list = Repository.read("docs/decisions/README.md");
    try (Stream<Path> records = Files.list(Repository.file("docs/decisions"))) {
      assertThat(records.filter(it -> it.getFileName().toString().matches("\\d{4}-.*\\.md")))
          .hasSizeGreaterThan(40)
          .allSatisfy(it -> assertThat(list).containsOnlyOnce(rowOf(it)));
    }
  }

  @Test
  void noTwoDecisionsHaveOneNumber() throws IOException {
    List<String> rows =
        Repository.read("docs/decisions/README.md")
            .lines()
            .filter(line -> line.matches("\\| \\[\\d{4}].*"))
            .map(line -> line.substring(3, 7))
            .toList();

    assertThat(rows).hasSizeGreaterThan(40).doesNotHaveDuplicates();
  }

  @Test
  void everyTypeOfTheGlossaryExists() throws IOException {
    List<String> sources =
        Repository.files(".java").stream().map(it -> it.getFileName().toString()).toList();
    assertThat(TYPE.matcher(Repository.read("docs/glossary.md")).results())
        .hasSizeGreaterThan(20)
        .extracting(it -> it.group(1) + ".java")
        .allSatisfy(it -> assertThat(sources).contains(it));
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Repository.read("README.md").lines()).hasSizeLessThanOrEqualTo(120);
  }

  private static String rowOf(Path record) throws IOException {
    String title = Files.readAllLines(record).get(0);
    assertThat(title).matches("# \\d{4} .+");
    return "| [%s](%s) | %s |"
        .formatted(title.substring(2, 6), record.getFileName(), title.substring(7));
  }

  private static List<String> deadLinks(Path page) throws IOException {
    List<String> dead = new ArrayList<>();
    String text = CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
      String heading = link.group(2);
      if (!Files.exists(target) || (heading != null && !hasHeading(target, heading))) {
        dead.add(link.group(1) + (heading == null ? "" : heading));
      }
    }
    return dead;
  }

  /** As GitHub names the headings of a page. */
  private static boolean hasHeading(Path page, String anchor) throws IOException {
    String text = CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
    return HEADING
        .matcher(text)
        .results()
        .map(it -> it.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .anyMatch(it -> anchor.equals("#" + it.strip().replace(' ', '-')));
  }
}
