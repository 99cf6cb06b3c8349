package com.gopher.lab.faults;

import com.gopher.lab.load.HttpConnection;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;

/**
 * A writing call of a management port. While the program says that it is only busy (503 with {@code
 * Retry-After}) it is asked again, as an operator would do, but not for ever.
 */
final class ManagementCall {

  private static final int ATTEMPTS = 10;
  private static final int LONGEST_PAUSE_SECONDS = 5;
  private static final int DONE = 200;
  private static final int BUSY = 503;

  private final URI server;
  private final String path;
  private final String token;

  /**
   * @param token that the port asks for
   */
  ManagementCall(URI server, String path, String token) {
    this.server = server;
    this.path = path;
    this.token = token;
  }

  /**
   * Returns when it has had its effect.
   *
   * @throws IOException if no answer came, or another one: it may have had its effect
   */
  void send(String json) throws IOException {
    try (var connection = new HttpConnection(server)) {
      byte[] request = connection.postRequest(path, json, "Authorization: Bearer " + token);
      HttpConnection.Answer answer = connection.send(request);
      for (int attempt = 1; attempt < ATTEMPTS && isBusy(answer); attempt++) {
        pause(Math.min(LONGEST_PAUSE_SECONDS, answer.retryAfter()));
        answer = connection.send(request);
      }
      if (answer.status() != DONE) {
        throw new IOException(
            "The program answered %s at %s: %s".formatted(answer.status(), path, answer.body()));
      }
    }
  }

  private static boolean isBusy(HttpConnection.Answer answer) {
    return answer.status() == BUSY && answer.retryAfter() >= 0;
  }

  private void pause(int seconds) throws IOException {
    try {
      Thread.sleep(Duration.ofSeconds(seconds).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted before " + path + " was asked again");
    }
  }
}
