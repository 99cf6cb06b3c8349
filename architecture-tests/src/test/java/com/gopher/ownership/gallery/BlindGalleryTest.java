package com.gopher.ownership.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures to reach, on the half that somebody wrote who had not read the rules. */
class BlindGalleryTest {

  @Test
  void whatOthersThoughtOfIsFoundAndNothingInnocentIsCertain(@TempDir Path directory) {
    List<Sample> samples = GalleryFigures.blind();

    GalleryFigures.Half half = GalleryFigures.measure("blind", samples, new Workshop(directory));

    assertThat(half.certainFalse()).as("%s", half.misses()).isZero();
    assertThat(half.foundShare()).as("%s", half.misses()).isGreaterThanOrEqualTo(0.95);
  }
}
