package com.gopher.sabotage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.BatchInterceptor;

/**
 * The listener meets an error, not an exception, at the record with the key {@code planted-error},
 * as it would if a class could not be loaded or the memory came to an end.
 */
@Sabotage(name = "error-in-listener")
class ErrorInListener {

  private static final byte[] KEY = "planted-error".getBytes(StandardCharsets.UTF_8);

  @Bean
  BatchInterceptor<Object, Object> errorAtThePlantedRecord() {
    return (batch, consumer) -> {
      batch.forEach(
          record -> {
            if (record.key() instanceof byte[] key && Arrays.equals(key, KEY)) {
              throw new PlantedError();
            }
          });
      return batch;
    };
  }

  private static final class PlantedError extends Error {

    private static final long serialVersionUID = 1;

    PlantedError() {
      super("planted");
    }
  }
}
