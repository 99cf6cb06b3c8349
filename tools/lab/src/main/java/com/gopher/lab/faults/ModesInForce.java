package com.gopher.lab.faults;

import com.gopher.lab.faults.Violation.Kind;
import com.gopher.lab.topic.TopicRecord;
import com.gopher.launcher.shape.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which mode of delivery was in force when, as whoever changed it knows. */
final class ModesInForce {

  private final List<Change> changes = new ArrayList<>();

  /**
   * @param atFirst before the first change
   */
  ModesInForce(Delivery atFirst) {
    changes.add(new Change(atFirst, Instant.MIN, Instant.MIN));
  }

  /** Before it was asked for, the former mode is in force; after the answer, this one. */
  private record Change(Delivery mode, Instant asked, Instant answered) {

    String decider() {
      return mode == Delivery.EXTRACTED ? "tracker" : "shop";
    }
  }

  /**
   * @param asked for the first time, if it was asked for several times
   */
  void changed(Delivery mode, Instant asked, Instant answered) {
    changes.add(new Change(mode, asked, answered));
  }

  /** How long each change took, in milliseconds. */
  String durations() {
    return changes.stream()
        .skip(1)
        .map(it -> "" + Duration.between(it.asked(), it.answered()).toMillis())
        .collect(Collectors.joining(", "));
  }

  /**
   * Orders that carry another decider than the mode says that was in force when they were placed.
   * The time in an order's id was taken just before the mode was read, and {@code placedAt} just
   * after; where a change lies between the two, either decider is right.
   */
  List<Violation> violations(Observed seen) {
    var found = new ArrayList<Violation>();
    for (TopicRecord record : seen.ordersTopic()) {
      String decider = record.json().path("decider").asString("");
      if (record.sequence() == 1 && !seen.poison().contains(record.content())) {
        Instant before = timeOf(UUID.fromString("" + record.key()));
        Instant after = Instant.parse(record.json().path("placedAt").asString());
        IntStream.range(0, changes.size())
            .filter(i -> isInForce(i, before, after))
            .mapToObj(changes::get)
            .filter(change -> !change.decider().equals(decider))
            .map(
                change ->
                    "was placed when the mode was %s, and is the %s's"
                        .formatted(change.mode(), decider))
            .forEach(what -> found.add(new Violation(Kind.DISORDERED, "" + record.key(), what)));
      }
    }
    return found;
  }

  /** True if this mode was in force all the time between these two. */
  private boolean isInForce(int change, Instant before, Instant after) {
    return before.isAfter(changes.get(change).answered())
        && (change + 1 == changes.size() || after.isBefore(changes.get(change + 1).asked()));
  }

  /** When the id was made, to the millisecond (RFC 9562, version 7). */
  private static Instant timeOf(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
