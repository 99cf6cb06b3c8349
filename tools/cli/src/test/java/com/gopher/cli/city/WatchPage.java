package com.gopher.cli.city;

import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** {@code ./shop watch} as a user starts it, and what the buttons of its page do. */
final class WatchPage {

  private final Process process;
  private final URI address;

  /**
   * @param said where its output goes
   */
  WatchPage(Launcher launcher, Path said) throws IOException {
    process = launcher.start(said, "watch", "--port", "0");
    address =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    Files.readAllLines(said).stream()
                        .filter(line -> line.startsWith("http://127.0.0.1:"))
                        .map(URI::create)
                        .findFirst()
                        .orElse(null),
                found -> found != null);
  }

  /** Returns the status of the answer. */
  int post(String action, String of) throws IOException, InterruptedException {
    HttpRequest call =
        HttpRequest.newBuilder(address.resolve("/api/" + action))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + address.getFragment())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"shape\":0,\"process\":\"%s\"}".formatted(of)))
            .build();
    return HttpClient.newHttpClient().send(call, BodyHandlers.ofString()).statusCode();
  }

  void end() {
    process.destroy();
  }
}
