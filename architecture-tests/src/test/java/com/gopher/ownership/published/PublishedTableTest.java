package com.gopher.ownership.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of published applications is made from its result file, and that from the list. */
class PublishedTableTest {

  @Test
  void thePageShowsTheResultFile() throws IOException {
    List<Measured> recorded = PublishedTable.recorded();

    assertThat(PublishedTable.onThePage()).isEqualTo(PublishedTable.text(recorded));
    assertThat(PublishedTable.onThePage())
        .isNotEqualTo(PublishedTable.text(recorded.subList(1, recorded.size())));
  }

  @Test
  void everyApplicationOfTheListWasMeasured() throws IOException {
    assertThat(PublishedTable.recorded())
        .hasSizeGreaterThanOrEqualTo(8)
        .extracting(Measured::name)
        .containsExactlyElementsOf(
            PublishedApplication.all().stream().map(PublishedApplication::name).toList());
  }

  @Test
  void everyVerdictIsAboutAnApplicationOfTheListAndWasMadeByOpeningFindings() {
    List<String> names =
        PublishedApplication.all().stream().map(PublishedApplication::name).toList();

    assertThat(Verdict.all())
        .isNotEmpty()
        .allSatisfy(verdict -> assertThat(names).contains(verdict.application()))
        .allSatisfy(verdict -> assertThat(verdict.opened()).isPositive());
  }
}
