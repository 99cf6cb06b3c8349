package com.gophershop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends a request byte by byte as it is written: a HTTP library would mend or refuse it. */
final class RawHttp {

  private final int port;
  private final String requestLine;
  private final List<String> headers = new ArrayList<>();
  private String body = "";

  private RawHttp(int port, String requestLine) {
    this.port = port;
    this.requestLine = requestLine;
  }

  static RawHttp to(int port, String method, String target) {
    return new RawHttp(port, method + " " + target + " HTTP/1.1");
  }

  RawHttp header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  RawHttp body(String text) {
    body = text;
    return this;
  }

  /** The whole answer: status line, headers, body. */
  String send() {
    return ask(answer -> new String(answer.readAllBytes(), StandardCharsets.UTF_8));
  }

  /** The status of the answer, of which no more is read: it may be a stream. */
  int status() {
    String line =
        ask(
            answer ->
                new String(answer.readNBytes("HTTP/1.1 200".length()), StandardCharsets.UTF_8));
    return Integer.parseInt(line.substring("HTTP/1.1 ".length()));
  }

  private String ask(Reading reading) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(List.of(requestLine));
    lines.addAll(headers);
    if (headers.stream().noneMatch(it -> it.startsWith("Host:"))) {
      lines.add("Host: localhost:" + port);
    }
    if (bytes.length > 0) {
      lines.add("Content-Length: " + bytes.length);
    }
    lines.add("Connection: close");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      String head = String.join("\r\n", lines) + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(bytes);
      return reading.of(socket.getInputStream());
    } catch (IOException e) {
      throw new IllegalStateException(this + " got no answer", e);
    }
  }

  @FunctionalInterface
  private interface Reading {

    String of(InputStream answer) throws IOException;
  }

  @Override
  public String toString() {
    return requestLine + " " + headers + " " + body;
  }
}
