package com.gopher.launcher.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks the liveness and readiness pages of a Spring Boot application's management port. */
record HealthProbe(URI managementUrl) implements Probe {

  private static final int PATIENCE_MILLIS = 3_000;

  @Override
  public boolean isAnswering() {
    return says("liveness");
  }

  @Override
  public boolean isReady() {
    return says("readiness");
  }

  /**
   * The JDK's old client on purpose: a client with its own threads would double the launcher's
   * start.
   */
  private boolean says(String group) {
    try {
      var connection =
          (HttpURLConnection)
              managementUrl.resolve("/actuator/health/" + group).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      connection.setUseCaches(false);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException noAnswer) {
      return false;
    }
  }
}
