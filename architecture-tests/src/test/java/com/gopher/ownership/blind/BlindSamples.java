package com.gopher.ownership.blind;

import com.gopher.ownership.gallery.Sample;
import com.gopher.ownership.gallery.Samples;
import java.util.List;
import java.util.stream.Stream;

/** Everything that was written without reading the rules. */
public final class BlindSamples implements Samples {

  @Override
  public List<Sample> all() {
    return Stream.of(
            new BlindJdbc(),
            new BlindBuiltText(),
            new BlindJpa(),
            new BlindMappings(),
            new BlindMigrations(),
            new BlindResources(),
            new BlindConfiguration(),
            new BlindTypes(),
            new BlindBannedApis(),
            new BlindRareAccess(),
            new BlindInnocentText(),
            new BlindInnocentSql(),
            new BlindInnocentTypes(),
            new BlindRareInnocents(),
            new BlindSecondAttacks(),
            new BlindSecondInnocents())
        .flatMap(room -> room.all().stream())
        .toList();
  }
}
