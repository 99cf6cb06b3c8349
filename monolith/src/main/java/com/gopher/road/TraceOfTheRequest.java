package com.gopher.road;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the trace a client sent along (W3C Trace Context) where log lines and the outbox find it,
 * so that it travels on with what the request causes.
 */
@Component
class TraceOfTheRequest extends OncePerRequestFilter {

  private static final String TRACEPARENT = "traceparent";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (var trace = MDC.putCloseable(TRACEPARENT, request.getHeader(TRACEPARENT))) {
      chain.doFilter(request, response);
    }
  }
}
