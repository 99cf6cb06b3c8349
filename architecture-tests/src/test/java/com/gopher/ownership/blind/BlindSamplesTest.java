package com.gopher.ownership.blind;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.gallery.GalleryFigures;
import com.gopher.ownership.gallery.GalleryFigures.Half;
import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are fit to be counted, and the published figures still count what the rules find. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlindSamplesTest {

  private static final String FIGURES = "data-ownership-gallery.md";

  private Workshop workshop;

  @BeforeAll
  void open(@TempDir Path directory) {
    workshop = new Workshop(directory);
  }

  static Stream<Sample> samples() {
    return new BlindSamples().all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everySampleCompiles(Sample sample) {
    assertThat(workshop.build(sample)).isDirectory();
  }

  @Test
  void noViolationIsLostAndNoInnocentOneIsAccused() throws IOException {
    String published = Files.readString(Path.of("..", "docs", "results", FIGURES));

    assertThat(published.lines()).contains(figures(samples().toList()).row());
  }

  @Test
  void oneViolationThatIsLostChangesTheFigures() {
    Sample lost = Sample.violation("nothing of it is left").certain("sql", "billing", "orders");

    assertThat(figures(List.of(lost)).misses()).hasSize(1);
    assertThat(figures(List.of()).row()).isNotEqualTo(figures(List.of(lost)).row());
  }

  private Half figures(List<Sample> counted) {
    return GalleryFigures.measure(
        "written afterwards, without reading the rules", counted, workshop);
  }

  @Test
  void everyViolationAsksForAFindingAndNoInnocentOneDoes() {
    assertThat(samples()).allMatch(sample -> sample.isInnocent() == sample.expected().isEmpty());
  }

  @Test
  void noNameIsUsedTwice() {
    List<String> names = samples().map(Sample::name).toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleIsAskedForAtLeastTwice() {
    Map<String, Long> asked =
        samples()
            .flatMap(sample -> sample.expected().stream())
            .collect(Collectors.groupingBy(Sample.Expected::rule, Collectors.counting()));

    assertThat(asked)
        .containsOnlyKeys(
            "types", "sql", "mapping", "migration", "config", "api-leak", "banned-api");
    assertThat(asked.values()).allMatch(count -> count >= 2);
  }
}
