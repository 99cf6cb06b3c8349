package com.gopher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** A client that asks for nothing wrong is never told so by a server that ends. */
@Tag("seconds")
class EndingServerTest {

  private static final String HALF_A_BODY =
      "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{";

  private ConfigurableApplicationContext application;
  private Connector connector;

  @Configuration(proxyBeanMethods = false)
  @EnableHttp(program = "program")
  @ImportAutoConfiguration({
    LifecycleAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  static class Application {}

  @BeforeEach
  void start() {
    start("1s");
  }

  private void start(String within) {
    application =
        new SpringApplicationBuilder(Application.class)
            .run(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--http.body.waiting=1",
                "--http.body.within=" + within,
                "--spring.lifecycle.timeout-per-shutdown-phase=200ms",
                "--logging.level.org=ERROR");
    var server = (TomcatWebServer) ((WebServerApplicationContext) application).getWebServer();
    connector = server.getTomcat().getConnector();
  }

  @AfterEach
  void end() {
    application.close();
  }

  @Test
  void aRequestWhoseHeadersAreNotReadAnyMoreIs503() throws IOException {
    application.publishEvent(new ContextClosedEvent(application));

    assertThat(answerOfAConnectorThatPausesBehindTheFirstLine())
        .startsWith("HTTP/1.1 503")
        .contains("Retry-After: 1", "\"status\":503", "The program is ending");
  }

  /** The control: what Tomcat says of the same request, where nobody knows that it ends. */
  @Test
  void tomcatMissesTheHeadersThatItDidNotRead() throws IOException {
    assertThat(answerOfAConnectorThatPausesBehindTheFirstLine())
        .startsWith("HTTP/1.1 400")
        .contains("\"status\":400");
  }

  @Test
  void aBodyThatIsNotWaitedForAnyLongerIs503() throws IOException {
    application.publishEvent(new ContextClosedEvent(application));

    assertThat(answerTo(HALF_A_BODY))
        .startsWith("HTTP/1.1 503")
        .contains("Retry-After:", "The program is ending; nothing was stored");
  }

  /** The control: the same body, where nothing ends. */
  @Test
  void aBodyThatIsLateIs408() throws IOException {
    assertThat(answerTo(HALF_A_BODY)).startsWith("HTTP/1.1 408");
  }

  @Test
  void nobodyWhoseBodyIsWaitedForIsToldOfAMistakeByTheEnd() throws Exception {
    application.close();
    // On a slow machine too the end comes before the body is late.
    start("5s");
    try (var client = new Client()) {
      client.send(HALF_A_BODY);
      await().until(() -> answerTo(HALF_A_BODY).contains("Too many bodies are being waited for"));

      CompletableFuture<Void> ended = CompletableFuture.runAsync(application::close);

      // Whether Tomcat still writes an answer is decided by which of its threads comes first.
      assertThat(client.answer()).matches("(?s)|HTTP/1.1 503.*");
      ended.join();
    }
  }

  private String answerTo(String request) throws IOException {
    try (var client = new Client()) {
      client.send(request);
      return client.answer();
    }
  }

  /** Tomcat writes to its log what it has received, before it looks whether it goes on. */
  private String answerOfAConnectorThatPausesBehindTheFirstLine() throws IOException {
    try (var log = new TomcatsInput(connector::pause)) {
      return answerTo("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
  }

  private final class Client implements AutoCloseable {

    private final Socket socket;

    Client() throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
      socket.setSoTimeout(20_000);
    }

    void send(String request) throws IOException {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    String answer() throws IOException {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
