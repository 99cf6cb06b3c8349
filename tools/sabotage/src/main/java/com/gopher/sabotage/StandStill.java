package com.gopher.sabotage;

import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lets a relay stand still now and then with records in its hands. Public, as Kafka asks for. */
public final class StandStill extends RelayInterceptor {

  private static final int ONE_IN = 12;
  private static final int LONGEST_MILLIS = 800;

  private final Mark mark = Mark.ofARelay();

  @Override
  public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> leaving) {
    mark.leave();
    now();
    return leaving;
  }

  static void now() {
    var random = ThreadLocalRandom.current();
    if (random.nextInt(ONE_IN) == 0) {
      try {
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
