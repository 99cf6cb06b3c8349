package com.gophershop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A request like any other, of which it matters only whether it is answered in time. */
final class OrdinaryRequest {

  private OrdinaryRequest() {}

  static boolean isAnswered(int port, Duration within) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(Math.toIntExact(within.toMillis()));
      socket
          .getOutputStream()
          .write(
              "GET /api/products HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n"
                  .formatted(port)
                  .getBytes(StandardCharsets.ISO_8859_1));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(status, StandardCharsets.UTF_8).equals("HTTP/1.1 200");
    } catch (SocketTimeoutException late) {
      return false;
    }
  }
}
