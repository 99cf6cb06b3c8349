package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Refuses what no controller can read: it would fail wherever it is first looked at, as a fault of
 * the server.
 */
final class ReadableRequest implements RequestRule {

  /** Headers with one meaning: two values that differ have none. */
  private static final List<String> ONE_VALUE =
      List.of(
          "Idempotency-Key",
          "Last-Event-ID",
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.ORIGIN,
          HttpHeaders.AUTHORIZATION);

  @Override
  public @Nullable Refusal check(HttpServletRequest request) {
    if (!String.valueOf(request.getProtocol()).startsWith("HTTP/1")) {
      return new Refusal(
          HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "Requests are read as HTTP/1.1 or HTTP/1.0.");
    }
    if (request.getRequestURI().startsWith("//")) {
      return bad("The path begins with two slashes.");
    }
    if (!hasReadableParameters(request)) {
      return bad("The parameters cannot be decoded: a percent sign needs two digits of UTF-8.");
    }
    for (String name : ONE_VALUE) {
      if (new HashSet<>(Collections.list(request.getHeaders(name))).size() > 1) {
        return bad("The header %s was sent with two values.".formatted(name));
      }
    }
    return null;
  }

  /** Tomcat decodes parameters when they are first asked for. */
  private static boolean hasReadableParameters(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException notDecodable) {
      return false;
    }
  }

  private static Refusal bad(String detail) {
    return new Refusal(HttpStatus.BAD_REQUEST, detail);
  }
}
