package com.gopher.ownership.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.report.Report;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample has exactly the findings that it asks for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryTest {

  private Workshop workshop;

  @BeforeAll
  void open(@TempDir Path directory) {
    workshop = new Workshop(directory);
  }

  static Stream<Sample> samples() {
    return Gallery.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void everySampleHasExactlyTheExpectedFindings(Sample sample) {
    Report report = workshop.inspect(sample);

    List<Sample.Expected> found = report.findings().stream().map(GalleryTest::seen).toList();
    assertThat(found)
        .as("%s%n%s", sample, report.text())
        .containsExactlyInAnyOrderElementsOf(sample.expected());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void eachRuleIsTheOnlyOneToSeeWhatItSees(Rule rule) {
    List<Sample> violations = samples().filter(sample -> asksFor(sample, rule)).toList();
    assertThat(violations).isNotEmpty();

    for (Sample sample : violations) {
      assertThat(workshop.inspectWithout(rule, sample).findings())
          .noneMatch(finding -> finding.rule() == rule);
    }
    Sample control = violations.get(0);
    assertThat(workshop.inspect(control).findings()).anyMatch(finding -> finding.rule() == rule);
  }

  @Test
  void everyRuleHasViolationsAndTheGalleryHasLookAlikes() {
    Set<Rule> covered = EnumSet.noneOf(Rule.class);
    samples()
        .flatMap(sample -> sample.expected().stream())
        .forEach(expected -> covered.add(Rule.of(expected.rule())));

    assertThat(covered).containsExactlyInAnyOrder(Rule.values());
    assertThat(samples().filter(Sample::isInnocent).count()).isGreaterThan(Rule.values().length);
  }

  private static boolean asksFor(Sample sample, Rule rule) {
    return sample.expected().stream().anyMatch(expected -> expected.rule().equals(rule.id()));
  }

  private static Sample.Expected seen(Finding finding) {
    return new Sample.Expected(
        finding.severity().id(), finding.rule().id(), finding.module(), finding.table());
  }
}
