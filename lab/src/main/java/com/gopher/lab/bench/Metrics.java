package com.gopher.lab.bench;

import com.gopher.lab.load.HttpConnection;
import com.gopher.lab.process.RunningProcess;
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
  double value(String query) throws IOException {
    var answer = connection.get("/actuator/metrics/" + query);
    return answer.status() == 200
        ? JsonMapper.shared()
            .readTree(answer.body())
            .path("measurements")
            .path(0)
            .path("value")
            .asDouble()
        : 0;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
