package com.gophershop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients who announce a body and send of it one byte now and then. */
final class SlowClients implements AutoCloseable {

  /** More than the threads of a server. */
  static final int MANY = 220;

  private static final int ANNOUNCED = 1_000;

  private final List<Socket> sockets = new ArrayList<>();

  private SlowClients() {}

  /**
   * @param headers further lines of the head
   */
  static SlowClients of(int port, String path, String... headers) throws IOException {
    var clients = new SlowClients();
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost:%s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n%s\r\n{"
            .formatted(
                path,
                port,
                ANNOUNCED,
                String.join("", List.of(headers).stream().map(it -> it + "\r\n").toList()));
    for (int i = 0; i < MANY; i++) {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      clients.sockets.add(socket);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    }
    return clients;
  }

  /** One more byte of each, of those that are still connected. */
  void sendOneByte() {
    for (Socket socket : sockets) {
      try {
        socket.getOutputStream().write(' ');
      } catch (IOException answeredAlready) {
        // What the answer was is asked for separately.
      }
    }
  }

  /** What the server says to each, without being sent any more; waits for it. */
  List<String> answers() throws IOException {
    var answers = new ArrayList<String>();
    for (Socket socket : sockets) {
      answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return answers;
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
