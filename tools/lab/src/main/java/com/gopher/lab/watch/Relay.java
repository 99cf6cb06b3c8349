package com.gopher.lab.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks the programs of a shape, with bounds on how long and on how much is read. */
final class Relay {

  private static final int PATIENCE_MILLIS = 5_000;

  /** Streams of orders send something every ten seconds. */
  private static final int PATIENCE_WITH_A_STREAM_MILLIS = 30_000;

  private static final int LARGEST_ANSWER = 256 * 1024;

  private Relay() {}

  /**
   * @param body missing if it is no JSON
   */
  record Answer(int status, JsonNode body) {

    /**
     * @throws IOException with what the program says about it, if it is no success
     */
    JsonNode expected() throws IOException {
      if (status / 100 == 2) {
        return body;
      }
      throw new IOException(
          "answered %s %s".formatted(status, body.path("detail").asString("")).strip());
    }
  }

  static Answer get(URI address) throws IOException {
    HttpURLConnection connection = open(address);
    return answer(connection);
  }

  static Answer post(URI address, Object body, Map<String, String> headers) throws IOException {
    HttpURLConnection connection = open(address);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    headers.forEach(connection::setRequestProperty);
    try (var out = connection.getOutputStream()) {
      out.write(JsonMapper.shared().writeValueAsBytes(body));
    }
    return answer(connection);
  }

  /**
   * A stream of events, not yet connected.
   *
   * @param lastEventId what was seen of it before
   */
  static HttpURLConnection events(URI address, String lastEventId) throws IOException {
    HttpURLConnection connection = open(address);
    connection.setReadTimeout(PATIENCE_WITH_A_STREAM_MILLIS);
    connection.setRequestProperty("Accept", "text/event-stream");
    connection.setRequestProperty("Last-Event-ID", lastEventId);
    return connection;
  }

  private static HttpURLConnection open(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    return connection;
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      byte[] read = in == null ? new byte[0] : in.readNBytes(LARGEST_ANSWER + 1);
      if (read.length > LARGEST_ANSWER) {
        connection.disconnect();
        throw new IOException("answered with more than %s bytes".formatted(LARGEST_ANSWER));
      }
      return new Answer(status, json(new String(read, StandardCharsets.UTF_8)));
    }
  }

  static JsonNode json(String text) {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JsonMapper.shared().readTree(text);
    } catch (JacksonException noJson) {
      return MissingNode.getInstance();
    }
  }
}
