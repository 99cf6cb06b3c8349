package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What a request has to obey on every port, whatever it asks for. */
interface RequestRule {

  /** Null if the request may pass. */
  @Nullable Refusal check(HttpServletRequest request);

  /** True for the methods that may change something (RFC 9110, section 9.2.1). */
  static boolean isWrite(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
      default -> true;
    };
  }
}
