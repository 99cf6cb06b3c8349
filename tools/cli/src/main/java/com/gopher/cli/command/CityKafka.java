package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.Probe;
import com.gopher.launcher.shape.City;
import java.net.URI;

/** The Kafka of the city in a data directory, its own or somebody else's. */
final class CityKafka {

  private CityKafka() {}

  /**
   * Returns HOST:PORT.
   *
   * @param unchanged the sentence that says what was not done, for a refusal
   * @throws CouldNotRun if there is no city, or its Kafka does not answer
   */
  static String address(DataDirectoryOption dataDirectory, String unchanged) {
    var data = dataDirectory.open();
    if (!City.livesIn(data)) {
      throw new CouldNotRun(
          "No city lives in the data directory %s, and a castle has no dead letters. %s Start one with: ./shop up city --detach%s",
          data.root(), unchanged, dataDirectory.suffix());
    }
    URI kafka =
        City.kafka(data)
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "The city in %s does not run, nor does its Kafka. %s Next: %s",
                        data.root(), unchanged, dataDirectory.upCommand()));
    if (!Probe.of(kafka, null).isReady()) {
      throw unreachable(kafka.getAuthority(), unchanged, dataDirectory);
    }
    return kafka.getAuthority();
  }

  static CouldNotRun unreachable(
      String kafka, String unchanged, DataDirectoryOption dataDirectory) {
    return new CouldNotRun(
        "Kafka at %s does not answer. %s Next: ./shop status%s",
        kafka, unchanged, dataDirectory.suffix());
  }
}
