package com.gopher.cli.command;

import com.gopher.cli.deadletters.DeadLetterReader;
import com.gopher.cli.deadletters.Letter;
import com.gopher.cli.deadletters.LetterId;
import com.gopher.cli.deadletters.RefusedLetterException;
import com.gopher.cli.deadletters.ReturnPost;
import com.gopher.cli.deadletters.Settlement;
import com.gopher.cli.deadletters.UnreachableKafkaException;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Does something about dead letters, one after the other, and tells how far it got. */
final class Settling {

  private final Console console;
  private final DataDirectoryOption dataDirectory;
  private final String done;
  private final String unchanged;

  /**
   * @param done what becomes of a letter here: "sent"
   * @param unchanged the sentence for a refusal: "Nothing was sent."
   */
  Settling(Console console, DataDirectoryOption dataDirectory, String done, String unchanged) {
    this.console = console;
    this.dataDirectory = dataDirectory;
    this.done = done;
    this.unchanged = unchanged;
  }

  @FunctionalInterface
  interface Deed {
    Settlement on(ReturnPost post, DeadLetterReader letters, ConsumerRecord<byte[], byte[]> letter)
        throws RefusedLetterException;
  }

  /** All that are open, in an order that keeps that of each key. */
  List<LetterId> open() {
    return DeadLettersCommand.reading(dataDirectory, unchanged, DeadLetterReader::all).stream()
        .filter(Letter::isOpen)
        .map(Letter::id)
        .toList();
  }

  /** Those with these ids, or a refusal if one of them does not exist. */
  List<LetterId> named(List<String> texts) {
    List<LetterId> ids =
        texts.stream()
            .map(text -> DeadLettersCommand.idOf(text, unchanged, dataDirectory))
            .distinct()
            .toList();
    return DeadLettersCommand.reading(
        dataDirectory,
        unchanged,
        letters -> {
          for (LetterId id : ids) {
            if (letters.record(id).isEmpty()) {
              throw DeadLettersCommand.unknown(id, unchanged, dataDirectory);
            }
          }
          return ids;
        });
  }

  int of(List<LetterId> ids, Deed deed, boolean json) {
    var settled = new LinkedHashMap<String, Settlement>();
    var refused = new LinkedHashMap<String, String>();
    if (!ids.isEmpty()) {
      settle(ids, deed, settled, refused);
    }
    if (json) {
      console.json(Map.of(done, settled, "refused", refused));
    } else if (ids.isEmpty()) {
      console.result("No dead letter is open. " + unchanged);
    } else {
      settled.forEach(
          (id, settlement) ->
              console.result(
                  "%s: %s%s",
                  id,
                  settlement.done(),
                  settlement.to() == null ? "" : ", now " + settlement.to()));
      refused.forEach(
          (id, reason) -> console.result("%s: %s: %s", id, console.bad("refused"), reason));
    }
    if (!refused.isEmpty()) {
      console.narrate("What was refused is open as before.");
    }
    return refused.isEmpty() ? 0 : 1;
  }

  private void settle(
      List<LetterId> ids, Deed deed, Map<String, Settlement> settled, Map<String, String> refused) {
    String kafka = CityKafka.address(dataDirectory, unchanged);
    try (var letters = new DeadLetterReader(kafka);
        var post = new ReturnPost(kafka)) {
      for (LetterId id : ids) {
        try {
          var letter = letters.record(id);
          if (letter.isPresent()) {
            settled.put(id.toString(), deed.on(post, letters, letter.get()));
          } else {
            refused.put(id.toString(), "it is gone");
          }
        } catch (RefusedLetterException e) {
          refused.put(id.toString(), e.getMessage());
        }
      }
    } catch (UnreachableKafkaException e) {
      throw new CouldNotRun(
          "Kafka at %s stopped answering. %s of %s letters were %s; the others are open as before, and sending one twice does no harm. Next: ./shop dead-letters list%s"
              .formatted(kafka, settled.size(), ids.size(), done, dataDirectory.suffix()),
          e);
    }
  }
}
