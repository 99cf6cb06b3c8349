package com.gopher.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that asks for nothing wrong is never told so by a gateway that ends. */
class EndingGatewayTest {

  @Test
  void aRequestWhoseHeadersAreNotReadAnyMoreIs503() throws Exception {
    try (var gateway = RunningGateway.before(RunningGateway.nobody(), List.of())) {
      gateway.announceItsEnd();

      assertThat(answerOfAServerThatPausesBehindTheFirstLine(gateway))
          .startsWith("HTTP/1.1 503")
          .contains("Retry-After: 1", "The gateway is ending");
    }
  }

  /** The control: what Tomcat says of the same request, where nobody knows that it ends. */
  @Test
  void tomcatMissesTheHeadersThatItDidNotRead() throws Exception {
    try (var gateway = RunningGateway.before(RunningGateway.nobody(), List.of())) {
      assertThat(answerOfAServerThatPausesBehindTheFirstLine(gateway)).startsWith("HTTP/1.1 400");
    }
  }

  /** The control, where nothing ends, is {@link SlowClientsTest}: 408. */
  @Test
  void aBodyThatIsNotWaitedForAnyLongerIs503() throws Exception {
    try (var gateway =
            RunningGateway.before(RunningGateway.nobody(), List.of(), "--gateway.body-within=1s");
        var slow = SlowClients.of(gateway.port(), 1)) {
      gateway.announceItsEnd();

      assertThat(slow.answers())
          .singleElement()
          .asString()
          .startsWith("HTTP/1.1 503")
          .contains("The gateway is ending; nothing was passed on");
    }
  }

  private static String answerOfAServerThatPausesBehindTheFirstLine(RunningGateway gateway)
      throws IOException {
    int port = gateway.port();
    try (var log = new TomcatsInput(gateway::pause);
        var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoTimeout(20_000);
      client
          .getOutputStream()
          .write("GET /x HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
