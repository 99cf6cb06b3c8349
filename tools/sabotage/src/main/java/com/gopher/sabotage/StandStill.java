package com.gopher.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lets a relay stand still now and then with records in its hands. Public, as Kafka asks for. */
public final class StandStill extends RelayInterceptor {

  private static final int ONE_IN = 12;
  private static final int LONGEST_MILLIS = 800;

  @Override
  public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> leaving) {
    beforeSending();
    return leaving;
  }

  /** Leaves a file for this process, which says that its relay was at work. */
  static void beforeSending() {
    Path mark =
        Path.of(
            Objects.requireNonNull(System.getenv("SABOTAGE_TRAPS")),
            "relay-" + ProcessHandle.current().pid());
    try {
      if (!Files.exists(mark)) {
        Files.writeString(mark, "");
      }
      var random = ThreadLocalRandom.current();
      if (random.nextInt(ONE_IN) == 0) {
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
