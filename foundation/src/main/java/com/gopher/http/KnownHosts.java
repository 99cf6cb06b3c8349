package com.gopher.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Answers to the names of this machine and to configured ones. A page of another site can point a
 * name of its own at 127.0.0.1 (DNS rebinding): its browser then takes the answers for that site's,
 * but cannot hide the name.
 */
final class KnownHosts implements RequestRule {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");
  private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");

  private final List<String> configured;
  private final Collection<String> openPaths;

  /**
   * @param openPaths answered under any name: what asks them knows an address only, and learns
   *     nothing from the answer but that something is there
   */
  KnownHosts(List<String> configured, Collection<String> openPaths) {
    this.configured = configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.openPaths = List.copyOf(openPaths);
  }

  @Override
  public @Nullable Refusal check(HttpServletRequest request) {
    String host = request.getHeader(HttpHeaders.HOST);
    // Only HTTP/1.0 may leave the name out, and no browser speaks it.
    if (host == null || isKnown(host) || openPaths.contains(request.getRequestURI())) {
      return null;
    }
    return new Refusal(
        HttpStatus.MISDIRECTED_REQUEST,
        "This server does not answer to that name; the setting http.hosts lists further ones.");
  }

  private boolean isKnown(String host) {
    String name = PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return LOOPBACK.matcher(name).matches() || configured.contains(name);
  }
}
