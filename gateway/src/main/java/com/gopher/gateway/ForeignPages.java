package com.gopher.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site lets a browser send: a name that was made to point at this
 * machine (DNS rebinding) with 421, and a writing request from another origin with 403.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ForeignPages extends OncePerRequestFilter {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> hosts;
  private final Refusals refusals;

  ForeignPages(GatewayProperties properties, Refusals refusals) {
    this.hosts = new HashSet<>(LOOPBACK);
    properties.hosts().forEach(host -> hosts.add(host.toLowerCase(Locale.ROOT)));
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getHeader(HttpHeaders.HOST);
    if (host == null || !hosts.contains(withoutPort(host))) {
      refusals.refuse(
          response,
          HttpStatus.MISDIRECTED_REQUEST,
          "This gateway does not go by that name; nothing was passed on. Names beside the machine's own are set by gateway.hosts.");
    } else if (!SAFE.contains(request.getMethod()) && isForeign(request, host)) {
      refusals.refuse(
          response,
          HttpStatus.FORBIDDEN,
          "A page of another site sent this; nothing was passed on. Open the shop's own page.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isForeign(HttpServletRequest request, String host) {
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
        || !isSame(request.getHeader(HttpHeaders.ORIGIN), host);
  }

  /** No browser leaves the header out when a page writes to another site. */
  private static boolean isSame(@Nullable String origin, String host) {
    if (origin == null) {
      return true;
    }
    try {
      return host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException noUrl) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }
}
