package com.gopher.lab.faults;

import com.gopher.lab.load.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one server, over one connection. */
final class Api implements AutoCloseable {

  private static final int NOT_FOUND = 404;

  private final HttpConnection connection;

  Api(URI server) {
    this.connection = new HttpConnection(server);
  }

  /**
   * @throws IOException if there is no such thing either
   */
  JsonNode get(String path) throws IOException {
    return find(path).orElseThrow(() -> new IOException("There is nothing at " + path));
  }

  Optional<JsonNode> find(String path) throws IOException {
    HttpConnection.Answer answer = connection.get(path);
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    // A health page answers 503 when it has something to tell.
    return Optional.of(JsonMapper.shared().readTree(answer.body()));
  }

  /** All items of a list, page by page. */
  List<JsonNode> all(String path) throws IOException {
    var items = new ArrayList<JsonNode>();
    @Nullable String next = null;
    do {
      JsonNode page = get(path + "?limit=100" + (next == null ? "" : "&after=" + next));
      page.path("items").forEach(items::add);
      next = page.path("next").isNull() ? null : page.path("next").asString(null);
    } while (next != null);
    return items;
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
