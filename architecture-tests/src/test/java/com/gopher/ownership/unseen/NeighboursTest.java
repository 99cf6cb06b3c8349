package com.gopher.ownership.unseen;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.report.Report;
import com.gopher.ownership.unseen.UnseenCase.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases of an unseen set with one thing changed, written after it was mended: an innocent became an
 * attack, so that what is silent now is not silent for everybody, or the same was said otherwise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NeighboursTest {

  private Path directory;

  @BeforeAll
  void build(@TempDir Path temporary) throws IOException {
    directory = temporary;
    UnseenSet.build(cases(), directory);
  }

  static List<UnseenCase> cases() {
    return UnseenSet.of("neighbours", "of-the-fifth");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theRulesAreRightAbout(UnseenCase each) {
    Report report = each.inspect(directory.resolve(each.name()));

    assertThat(each.outcome(report))
        .as("%s%n%s", each.name(), report.text())
        .isEqualTo(each.attack() ? Outcome.FOUND : Outcome.SILENT);
  }
}
