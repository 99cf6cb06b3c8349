package com.gopher.tracing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A span for each request that changes something. The program sees the span as if the client had
 * sent it, and so it travels on with what the request causes.
 */
final class RequestSpans extends OncePerRequestFilter {

  private static final Pattern ORDER = Pattern.compile("/orders/([0-9a-f-]{36})");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Instant begin = Instant.now();
    Traceparent sent = Traceparent.of(request.getHeader(Traceparent.HEADER));
    Traceparent own = sent == null ? Traceparent.begin() : sent.another();
    try {
      chain.doFilter(new Traced(request, own), response);
    } finally {
      Collector.take(
          Span.of(
              own,
              sent == null ? null : sent.spanId(),
              request.getMethod() + " " + request.getRequestURI(),
              "SERVER",
              begin,
              order(request.getRequestURI() + " " + response.getHeader("Location"))));
    }
  }

  /** The order that was asked about, or made; the command finds the trace by it. */
  private static Map<String, String> order(String addresses) {
    var named = ORDER.matcher(addresses);
    return named.find() ? Map.of("order", named.group(1)) : Map.of();
  }

  private static final class Traced extends HttpServletRequestWrapper {

    private final Traceparent own;

    Traced(HttpServletRequest request, Traceparent own) {
      super(request);
      this.own = own;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return Traceparent.HEADER.equalsIgnoreCase(name) ? own.toString() : super.getHeader(name);
    }
  }
}
