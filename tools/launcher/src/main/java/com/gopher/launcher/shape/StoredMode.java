package com.gopher.launcher.shape;

import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a shop that runs which mode of delivery is in force: it alone knows what is stored. */
final class StoredMode {

  private static final int PATIENCE_MILLIS = 12_000;

  private StoredMode() {}

  /** Empty if the shop does not say. */
  static Optional<Delivery> of(RunningProcess shop) {
    try {
      var connection = (HttpURLConnection) shop.url().resolve("/api/shop").toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setUseCaches(false);
      try (InputStream answer = connection.getInputStream()) {
        String said = JsonMapper.shared().readTree(answer).path("delivery").asString("");
        return Arrays.stream(Delivery.values())
            .filter(mode -> mode.toString().equals(said))
            .findFirst();
      }
    } catch (IOException | JacksonException noAnswer) {
      return Optional.empty();
    }
  }
}
