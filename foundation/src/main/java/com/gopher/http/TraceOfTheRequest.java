package com.gopher.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the trace a client sent along where log lines and the outbox find it, so that it travels on
 * with what the request causes. Anything else in its header is ignored: a log line is no place for
 * what strangers write.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context</a>
 */
class TraceOfTheRequest extends OncePerRequestFilter {

  private static final String TRACEPARENT = "traceparent";
  private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getHeader(TRACEPARENT);
    if (sent == null || !FORM.matcher(sent).matches()) {
      chain.doFilter(request, response);
      return;
    }
    try (var trace = MDC.putCloseable(TRACEPARENT, sent)) {
      chain.doFilter(request, response);
    }
  }
}
