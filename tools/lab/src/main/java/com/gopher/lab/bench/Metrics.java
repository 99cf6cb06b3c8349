package com.gopher.lab.bench;

import com.gopher.lab.load.HttpConnection;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Reads the counters of one process again and again over one connection. */
final class Metrics implements AutoCloseable {

  private final HttpConnection connection;

  Metrics(RunningProcess process) throws IOException {
    connection = new HttpConnection(Objects.requireNonNull(process.managementUrl()));
  }

  /**
   * @param query a metric's name, and its tag behind a question mark if it has one
   * @return zero if nothing has been counted yet
   */
  double value(String query) {
    HttpConnection.Answer answer = answer(query);
    return answer.status() == 200
        ? JsonMapper.shared()
            .readTree(answer.body())
            .path("measurements")
            .path(0)
            .path("value")
            .asDouble()
        : 0;
  }

  private HttpConnection.Answer answer(String query) {
    try {
      return connection.get("/actuator/metrics/" + query);
    } catch (IOException e) {
      throw new CouldNotRun(
          "The measurement broke off (" + e.getMessage() + "); no result was written.", e);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
