package com.gopher.lab.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one server for JSON, over one connection that is kept. */
public final class JsonApi implements AutoCloseable {

  private static final int NOT_FOUND = 404;

  private final HttpConnection connection;

  /**
   * @param server null is refused, so that the address of a process that has none need not be
   *     checked by each caller
   */
  public JsonApi(@Nullable URI server) {
    this.connection = new HttpConnection(Objects.requireNonNull(server));
  }

  /**
   * @throws IOException if no answer came, or there is nothing
   */
  public JsonNode get(String path) throws IOException {
    return find(path).orElseThrow(() -> new IOException("There is nothing at " + path));
  }

  public Optional<JsonNode> find(String path) throws IOException {
    HttpConnection.Answer answer = connection.get(path);
    // A health page answers 503 when it has something to say.
    return answer.status() == NOT_FOUND ? Optional.empty() : Optional.of(read(answer));
  }

  /**
   * All items of a list, page by page.
   *
   * @throws IOException also if one of the answers is no page, such as a refusal: what is not said
   *     must not look as if it were not there
   */
  public List<JsonNode> all(String path) throws IOException {
    var items = new ArrayList<JsonNode>();
    @Nullable String next = null;
    do {
      JsonNode page = get(path + "?limit=100" + (next == null ? "" : "&after=" + next));
      if (!page.path("items").isArray()) {
        throw new IOException(path + " is not listed: " + page);
      }
      page.path("items").forEach(items::add);
      next = page.path("next").isNull() ? null : page.path("next").asString(null);
    } while (next != null);
    return items;
  }

  /**
   * A counter or gauge of an application, asked at its management port.
   *
   * @param query its name, and its tag behind a question mark if it has one
   * @return 0 if nothing has been counted yet
   */
  public double metric(String query) throws IOException {
    return find("/actuator/metrics/" + query)
        .map(metric -> metric.path("measurements").path(0).path("value").asDouble(0))
        .orElse(0.0);
  }

  /** What an answer says. */
  public static JsonNode read(HttpConnection.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
