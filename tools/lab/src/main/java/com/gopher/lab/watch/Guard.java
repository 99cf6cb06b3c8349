package com.gopher.lab.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who may ask, and who may write: as at the management ports of shop and tracker. Names other than
 * this machine's are refused (DNS rebinding), and writing takes the token, JSON, and a page of this
 * server, if it is a page that asks.
 */
final class Guard {

  private static final int LARGEST_BODY = 4 * 1024;
  private static final String SCHEME = "Bearer ";

  private final String token;
  private final List<String> hosts;

  Guard(int port) {
    var random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.token = HexFormat.of().formatHex(random);
    this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
  }

  String token() {
    return token;
  }

  /**
   * @throws RefusedException if it was asked under a name that is not this machine's
   */
  void checkName(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      throw new RefusedException(421, "This server does not answer to that name.");
    }
  }

  /**
   * Returns what is written.
   *
   * @throws RefusedException if the request may not write, or is not understood
   */
  JsonNode checkedBody(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getRequestHeaders();
    String origin = headers.getFirst("Origin");
    boolean isForeign =
        origin != null && hosts.stream().noneMatch(host -> origin.equals("http://" + host));
    if (isForeign || "cross-site".equalsIgnoreCase(headers.getFirst("Sec-Fetch-Site"))) {
      throw new RefusedException(
          403, "Pages of another site may not change anything here; nothing was done.");
    }
    if (!isRight(headers.getFirst("Authorization"))) {
      throw new RefusedException(
          401,
          "A writing call needs the token: open the address that ./shop watch printed. Nothing was done.");
    }
    String type = headers.getFirst("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json(;.*)?")) {
      throw new RefusedException(415, "Send application/json. Nothing was done.");
    }
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      throw new RefusedException(413, "That is too long. Nothing was done.");
    }
    JsonNode json = Relay.json(new String(body, StandardCharsets.UTF_8));
    if (!json.isObject()) {
      throw new RefusedException(400, "That is no JSON object. Nothing was done.");
    }
    return json;
  }

  private boolean isRight(@Nullable String header) {
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }
}
