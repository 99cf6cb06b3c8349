package com.gopher.lab.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what at the server of the page, tried with a process that only sleeps. */
@Tag("seconds")
class WatchServerTest {

  private static final String KILL = "{\"shape\":0,\"process\":\"sleeper\"}";

  private final AtomicInteger revived = new AtomicInteger();
  private ServerSocket port;
  private DataDirectory data;
  private Fleet fleet;
  private WatchServer server;

  @BeforeEach
  void watchAProcess(@TempDir Path directory) throws Exception {
    port = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    data = new DataDirectory(directory);
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    fleet = new Fleet(data, new Console(nowhere, nowhere, false), Duration.ofMinutes(1));
    URI url = URI.create("http://127.0.0.1:" + port.getLocalPort());
    ProcessSpec sleeper =
        ProcessSpec.of("sleeper", List.of("sleep", "600"), Map.of(), url, null, List.of(), null);
    fleet.bringUp(() -> List.of(sleeper));
    server =
        WatchServer.start(
            0,
            List.of(data),
            asked -> {
              revived.incrementAndGet();
              throw new CouldNotRun("The port is taken. Nothing was started.");
            });
  }

  @AfterEach
  void endIt() throws IOException {
    server.close();
    fleet.takeDown();
    port.close();
  }

  @ParameterizedTest
  @CsvSource({
    "token,,application/json,200",
    "token,own,application/json; charset=utf-8,200",
    "none,,application/json,401",
    "wrong,,application/json,401",
    "token,http://elsewhere.example,application/json,403",
    "token,null,application/json,403",
    "token,,text/plain,415",
    "token,,application/x-www-form-urlencoded,415"
  })
  void aCallThatIsNotAllowedKillsNothing(String token, String origin, String type, int status)
      throws Exception {
    HttpRequest.Builder call = post("/api/kill", KILL).header("Content-Type", type);
    if (!token.equals("none")) {
      call.header("Authorization", "Bearer " + (token.equals("token") ? token() : "wrong"));
    }
    if (origin != null) {
      call.header("Origin", origin.equals("own") ? own() : origin);
    }

    HttpResponse<String> answer = send(call);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(sleeper().isAlive()).isEqualTo(status != 200);
    if (status != 200) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @ParameterizedTest
  @CsvSource({"/api/order,{}", "/api/revive,'{\"shape\":0}'"})
  void theOtherWritingCallsNeedTheTokenToo(String path, String body) throws Exception {
    int status = send(post(path, body).header("Content-Type", "application/json")).statusCode();

    assertThat(status).isEqualTo(401);
    assertThat(revived).hasValue(0);
    assertThat(send(HttpRequest.newBuilder(at("/api/state"))).body()).contains("\"order\":null");
  }

  @Test
  void anotherNameIsNotAnsweredTo() throws Exception {
    assertThat(rawGet("evil.example:" + at("/").getPort())).startsWith("HTTP/1.1 421");
    assertThat(rawGet("localhost:" + at("/").getPort())).startsWith("HTTP/1.1 200");
  }

  /** A pid is used again: a process that is not the one that was started is left alone. */
  @Test
  void aProcessThatTheRunFileTakesForAnotherIsLeftAlone() throws Exception {
    Path list = data.root().resolve("run.json");
    String written = Files.readString(list);
    Files.writeString(list, written.replaceFirst("(\"identity\" : \")[^\"]*", "$1other"));
    ProcessHandle sleeper = ProcessHandle.of(sleeper().pid()).orElseThrow();

    HttpResponse<String> answer = write("/api/kill", KILL);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Nothing was killed");
    assertThat(sleeper.isAlive()).isTrue();
    Files.writeString(list, written);
    assertThat(write("/api/kill", KILL).statusCode()).isEqualTo(200);
    assertThat(sleeper.isAlive()).isFalse();
  }

  @Test
  void whatIsAskedForWronglyIsRefusedWithASentence() throws Exception {
    assertThat(write("/api/kill", "{\"shape\":0,\"process\":\"1\"}").body())
        .contains("No process of that name runs", "Nothing was killed");
    assertThat(write("/api/kill", "{\"shape\":1,\"process\":\"sleeper\"}").statusCode())
        .isEqualTo(400);
    assertThat(write("/api/kill", "[]").statusCode()).isEqualTo(400);
    assertThat(write("/api/kill", "{\"x\":\"" + "x".repeat(5_000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(write("/api/revive", "{\"shape\":0}").body()).contains("The port is taken");
    assertThat(sleeper().isAlive()).isTrue();
  }

  @Test
  void anOrderThatNobodyTakesSaysWhatToDo() throws Exception {
    port.close();
    assertThat(write("/api/order", "{}").statusCode()).isEqualTo(200);

    await()
        .untilAsserted(
            () ->
                assertThat(send(HttpRequest.newBuilder(at("/api/state"))).body())
                    .contains("did not come through", "Bring back what is dead", "not placed"));
  }

  private RunningProcess sleeper() {
    return data.running("sleeper").orElseThrow();
  }

  private URI at(String path) {
    return server.address().resolve(path);
  }

  private String token() {
    return server.address().getFragment();
  }

  private String own() {
    return "http://127.0.0.1:" + at("/").getPort();
  }

  private HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> write(String path, String body) throws Exception {
    return send(
        post(path, body)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token()));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String rawGet(String host) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), at("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
