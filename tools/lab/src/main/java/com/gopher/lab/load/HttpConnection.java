package com.gopher.lab.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection that sends one request at a time.
 *
 * <p>A full HTTP client takes about as much processor time as the request costs the shop; on a
 * machine that both share that would measure the client. This one understands just enough HTTP/1.1
 * for the shop's answers.
 */
public final class HttpConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BUFFER = 16_384;

  /**
   * An answer; its other headers are of no use to a load.
   *
   * @param retryAfter in how many seconds it is worth to ask again; negative if it does not say
   */
  public record Answer(int status, String body, int retryAfter) {}

  private final URI server;
  private final String host;
  private final Duration patience;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  /** Connects when there is something to send, so that a server that is away fails the sending. */
  public HttpConnection(URI server) {
    this(server, PATIENCE);
  }

  /**
   * @param patience how long it waits for an answer that does not come
   */
  public HttpConnection(URI server, Duration patience) {
    this.server = server;
    this.patience = patience;
    this.host = server.getHost() + ":" + server.getPort();
  }

  private Socket connect() throws IOException {
    var fresh = new Socket(server.getHost(), server.getPort());
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout((int) patience.toMillis());
    return fresh;
  }

  public Answer get(String path) throws IOException {
    return send(
        ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  public Answer post(String path, String json) throws IOException {
    return send(postRequest(path, json));
  }

  /** The bytes of a request, for a caller that sends the same one many times. */
  public byte[] postRequest(String path, String json) {
    return request(path, json, "");
  }

  /**
   * @param header one more, for example {@code Idempotency-Key: 7}
   */
  public byte[] postRequest(String path, String json, String header) {
    return request(path, json, header + "\r\n");
  }

  private byte[] request(String path, String json, String header) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\n%sContent-Type: application/json\r\nContent-Length: %s\r\n\r\n"
            .formatted(path, host, header, body.length);
    return (head + json).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IOException if no answer came; what was sent may have taken effect
   */
  public Answer send(byte[] request) throws IOException {
    Socket open = socket == null || socket.isClosed() ? reconnect() : socket;
    open.getOutputStream().write(request);
    String statusLine = line();
    int status = Integer.parseInt(statusLine.substring(9, 12));
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    int retryAfter = -1;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.startsWith("connection:")) {
        last = lower.contains("close");
      } else if (lower.startsWith("retry-after:")) {
        retryAfter = Integer.parseInt(lower.substring(12).strip());
      }
    }
    var answer = new Answer(status, chunked ? chunks() : text(length), retryAfter);
    if (last) {
      close();
    }
    return answer;
  }

  /** After a failure: what comes next is sent on a connection of its own. */
  public void reset() throws IOException {
    close();
  }

  /**
   * A server lets a connection go after some number of requests and says so with the last answer.
   */
  private Socket reconnect() throws IOException {
    close();
    Socket fresh = connect();
    socket = fresh;
    in = new BufferedInputStream(fresh.getInputStream(), BUFFER);
    return fresh;
  }

  private String chunks() throws IOException {
    var body = new StringBuilder();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the shop closed the connection in the middle of an answer");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the shop closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }
}
