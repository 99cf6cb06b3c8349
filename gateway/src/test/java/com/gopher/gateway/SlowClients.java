package com.gopher.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients who announce a body and send only its first byte. */
final class SlowClients implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final List<Socket> sockets = new ArrayList<>();

  private SlowClients() {}

  static SlowClients of(int port, int number) throws IOException {
    var clients = new SlowClients();
    for (int i = 0; i < number; i++) {
      Socket socket = connect(port, PATIENCE_MILLIS);
      clients.sockets.add(socket);
      write(
          socket,
          "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
    }
    return clients;
  }

  /** What each of them was told in the end, without sending any more; waits for it. */
  List<String> answers() throws IOException {
    var answers = new ArrayList<String>();
    for (Socket socket : sockets) {
      answers.add(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
    return answers;
  }

  /** Whether somebody else's request is answered within this time. */
  static boolean letOthersThrough(int port, Duration patience) throws IOException {
    try (Socket other = connect(port, Math.toIntExact(patience.toMillis()))) {
      write(other, "GET /api/products HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      return new String(other.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)
          .equals("HTTP/1.1 200");
    } catch (SocketTimeoutException late) {
      return false;
    }
  }

  private static Socket connect(int port, int patienceMillis) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(patienceMillis);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
