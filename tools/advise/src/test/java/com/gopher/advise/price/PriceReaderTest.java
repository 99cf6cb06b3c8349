package com.gopher.advise.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.advise.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceReaderTest {

  private static final Path MEASURED = Path.of("..", "..", "docs", "results", "compare.json");

  @Test
  void theMeasuredFiguresOfThisRepositoryAreReadWithTheirNoise() {
    Price price = PriceReader.read(MEASURED).found().orElseThrow();

    assertThat(price.items())
        .extracting(Price.Item::measure)
        .contains("processes", "resident memory", "processor time for an order", "accepted p50");
    assertThat(price.items())
        .filteredOn(item -> item.measure().equals("resident memory"))
        .allMatch(item -> item.noiseLow() < 1 && item.noiseHigh() > 1 && item.low() < item.high());
  }

  @Test
  void withoutAReportThePriceIsUnknownAndSaysWhatToType(@TempDir Path directory)
      throws IOException {
    Evidence<Price> missing = PriceReader.read(directory.resolve("none.json"));
    Path other = Files.writeString(directory.resolve("other.json"), "{\"version\": 99}");

    assertThat(missing.unknown()).contains("There is no file", "./shop compare");
    assertThat(PriceReader.read(other).unknown()).contains("version 99");
  }
}
