package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What no HTTP library would send. */
@ShopTest
class RawRequestTest {
  @Autowired ShopClient shop;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "GET /api/products\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/products?after=<script> HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/products/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/products HTTP/1.1\r\n\r\n",
        "GET /api/products HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "G\u0001T / HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /api/orders HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"
      })
  void garbageIsAnsweredWithAProblem(String request) throws IOException {
    String answer = send(request);

    assertThat(answer).startsWith("HTTP/1.1 400");
    assertThat(answer).contains("application/problem+json", "\"status\":400");
    assertGivesNothingAway(answer);
  }

  @Test
  void tooManyHeadersAreAnsweredWithAProblem() throws IOException {
    String answer =
        send("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertGivesNothingAway(answer);
  }

  @Test
  void aProperRequestOverTheSameSocketsIsAnswered() throws IOException {
    assertThat(send("GET /api/products HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void aRequestWithoutAVersionGetsNoData() throws IOException {
    assertThat(send("GET /api/products\r\n\r\n")).contains("\"status\":505").doesNotContain("sku");
  }

  private static void assertGivesNothingAway(String answer) {
    String body = answer.substring(answer.indexOf("\r\n\r\n"));
    assertThat(body).doesNotContain("Exception", "Tomcat", "<html", "\tat ");
    assertThat(answer).doesNotContainIgnoringCase("Server:");
  }

  private String send(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), shop.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
