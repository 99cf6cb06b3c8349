package com.gopher.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** One client, which is one address, cannot take the whole capacity: a token bucket for each. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ClientRates extends OncePerRequestFilter {

  private static final long MOST_CLIENTS = 10_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  private final Cache<String, Bucket> clients =
      Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(FORGOTTEN_AFTER).build();
  private final int perSecond;
  private final Refusals refusals;

  ClientRates(GatewayProperties properties, Refusals refusals) {
    this.perSecond = properties.requestsPerSecond();
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (clients.get(request.getRemoteAddr(), address -> full()).tryConsume(1)) {
      chain.doFilter(request, response);
    } else {
      refusals.refuse(
          response,
          HttpStatus.TOO_MANY_REQUESTS,
          "More than %s requests a second came from your address; this one was not passed on. Try again in a second."
              .formatted(perSecond));
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
