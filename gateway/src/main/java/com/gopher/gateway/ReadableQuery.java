package com.gopher.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a query that cannot be decoded with 400. The server decodes it when somebody asks for the
 * first time, which would be too late for an answer that says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class ReadableQuery extends OncePerRequestFilter {

  private final Refusals refusals;

  ReadableQuery(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isReadable(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.refuse(
          response,
          HttpStatus.BAD_REQUEST,
          "The query of this address cannot be decoded; nothing was passed on.");
    }
  }

  private static boolean isReadable(HttpServletRequest request) {
    try {
      request.getParameterMap();
      return true;
    } catch (IllegalStateException | IllegalArgumentException notDecodable) {
      return false;
    }
  }
}
