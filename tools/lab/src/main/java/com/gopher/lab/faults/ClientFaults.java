package com.gopher.lab.faults;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients who are no customers. */
final class ClientFaults {

  /** More than a server has threads. */
  private static final int MANY = 220;

  private static final Duration BETWEEN_TWO_BYTES = Duration.ofSeconds(10);
  private static final int BYTES = 2;
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int IN_TIME_MILLIS = 2_000;

  private ClientFaults() {}

  static List<Fault> all() {
    return List.of(Fault.of("slow-clients", CityConfig.plain(), ClientFaults::sendSlowly));
  }

  private static FaultResult sendSlowly(CityUnderTest city) throws Exception {
    URI shop = city.frontDoor();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < MANY; i++) {
        slow.add(begin(shop));
      }
      int answered = 0;
      int asked = 0;
      for (int sent = 1; sent < BYTES; sent++) {
        long end = System.nanoTime() + BETWEEN_TWO_BYTES.toNanos();
        while (System.nanoTime() < end) {
          asked++;
          answered += isAnswered(shop) ? 1 : 0;
          city.pause(Duration.ofMillis(100));
        }
        slow.forEach(ClientFaults::sendOneByte);
      }
      long refused = slow.stream().filter(ClientFaults::isRefused).count();
      int inTime = answered;
      int all = asked;
      return FaultResult.now(
          seen ->
              FaultResult.proof(
                  refused == MANY && inTime == all,
                  "%s slow clients were refused; meanwhile %s other requests were answered within %s s",
                  refused,
                  inTime,
                  IN_TIME_MILLIS / 1_000));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static Socket begin(URI shop) throws IOException {
    var socket = new Socket(shop.getHost(), shop.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    write(
        socket,
        "POST /api/orders HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
            .formatted(shop.getAuthority()));
    return socket;
  }

  private static void sendOneByte(Socket socket) {
    try {
      write(socket, " ");
    } catch (IOException refusedAlready) {
      // That is what it is asked for next.
    }
  }

  /** Some have been cut off, with the answer lost on its way. */
  private static boolean isRefused(Socket socket) {
    try {
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      return answer.isEmpty() || answer.equals("HTTP/1.1 408") || answer.equals("HTTP/1.1 503");
    } catch (SocketTimeoutException stillWaitedFor) {
      return false;
    } catch (IOException cutOff) {
      return true;
    }
  }

  private static boolean isAnswered(URI shop) throws IOException {
    try (var socket = new Socket(shop.getHost(), shop.getPort())) {
      socket.setSoTimeout(IN_TIME_MILLIS);
      write(
          socket,
          "GET /api/products HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(shop.getAuthority()));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8)
          .equals("HTTP/1.1 200");
    } catch (SocketTimeoutException late) {
      return false;
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }
}
