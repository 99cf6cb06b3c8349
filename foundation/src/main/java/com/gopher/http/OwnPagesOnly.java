package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Lets a browser write only for pages of this server: whatever page is open in it can send requests
 * here. A client that is no browser sends neither header.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class OwnPagesOnly implements RequestRule {

  private final List<String> configured;

  /**
   * @param configured further origins whose pages may write, such as {@code https://desk.example}
   */
  OwnPagesOnly(List<String> configured) {
    this.configured = configured;
  }

  @Override
  public @Nullable Refusal check(HttpServletRequest request) {
    if (!RequestRule.isWrite(request)) {
      return null;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && configured.contains(origin)) {
      return null;
    }
    boolean foreign = origin != null && !isOwn(origin, request.getHeader(HttpHeaders.HOST));
    if (foreign || "cross-site".equalsIgnoreCase(request.getHeader("Sec-Fetch-Site"))) {
      return new Refusal(
          HttpStatus.FORBIDDEN,
          "Pages of another site may not change anything here; nothing was stored.");
    }
    return null;
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    if (host == null) {
      return false;
    }
    String lower = origin.toLowerCase(Locale.ROOT);
    String name = host.strip().toLowerCase(Locale.ROOT);
    return lower.equals("http://" + without(":80", name))
        || lower.equals("https://" + without(":443", name));
  }

  /** A browser leaves the usual port out of an origin. */
  private static String without(String port, String host) {
    return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
  }
}
