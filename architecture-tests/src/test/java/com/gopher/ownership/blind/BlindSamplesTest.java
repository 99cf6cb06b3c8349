package com.gopher.ownership.blind;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Workshop;
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

/** The samples are fit to be counted; {@code BlindGalleryTest} counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlindSamplesTest {

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
