package com.gopher.cli.command;

import com.gopher.cli.deadletters.DeadLetterReader;
import com.gopher.cli.deadletters.Letter;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import tools.jackson.databind.JsonNode;

/** Looks whether what the shop announces arrives at the tracker, and the answers at the shop. */
final class RoadCheck {

  private static final String UNCHANGED = "Nothing was changed.";

  private final DataDirectoryOption dataDirectory;
  private final Management management;
  private final Duration longestWait;

  /**
   * @param longestWait from which on a record that is under way is a hindrance, in whole seconds as
   *     the shop counts them
   */
  RoadCheck(DataDirectoryOption dataDirectory, Management management, Duration longestWait) {
    this.dataDirectory = dataDirectory;
    this.management = management;
    this.longestWait = longestWait;
  }

  /** One sentence for each thing that is missing; none if the road is open. */
  List<String> missing(RunningProcess shop, JsonNode delivery) {
    if (!delivery.path("connected").asBoolean()) {
      return List.of(
          "The shop is not connected to Kafka; ./shop up city%s starts it again with a road."
              .formatted(dataDirectory.suffix()));
    }
    var missing = new ArrayList<String>();
    Optional<RunningProcess> tracker =
        dataDirectory.open().running().stream()
            .filter(process -> City.isTracker(process) && process.isAlive())
            .filter(process -> process.probe().isReady())
            .findFirst();
    lookInto(shop, missing);
    tracker.ifPresentOrElse(
        it -> lookInto(it, missing),
        () ->
            missing.add(
                "No tracker is ready; ./shop up city%s starts it."
                    .formatted(dataDirectory.suffix())));
    lookIntoKafka(missing);
    return missing;
  }

  private void lookInto(RunningProcess process, List<String> missing) {
    long seconds = management.get(process, "outbox").path("oldestSeconds").asLong();
    if (seconds >= longestWait.toSeconds()) {
      missing.add(
          "The oldest unsent record of the %s waits for %s s; ./shop outbox list%s shows why."
              .formatted(process.name(), seconds, dataDirectory.suffix()));
    }
  }

  private void lookIntoKafka(List<String> missing) {
    try {
      String kafka = CityKafka.address(dataDirectory, UNCHANGED);
      long unread = new UnreadRecords(kafka, Clock.systemUTC()).oldest().toSeconds();
      if (unread >= longestWait.toSeconds()) {
        missing.add(
            "The oldest unread record waits for %s s; ./shop status%s shows who does not read."
                .formatted(unread, dataDirectory.suffix()));
      }
      long open =
          DeadLettersCommand.reading(dataDirectory, UNCHANGED, DeadLetterReader::all).stream()
              .filter(Letter::isOpen)
              .count();
      if (open > 0) {
        missing.add(
            "Dead letters are open: %s; ./shop dead-letters list%s shows them."
                .formatted(open, dataDirectory.suffix()));
      }
    } catch (CouldNotRun e) {
      missing.add(String.valueOf(e.getMessage()));
    } catch (KafkaException e) {
      missing.add("Kafka does not say what is unread (%s).".formatted(e.getMessage()));
    }
  }
}
