package com.gopher.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker for each instance (Nygard, <i>Release It!</i>): while one does not answer, no
 * client waits for it. An answer of any status is an answer; a backend that refuses with 503 says
 * itself when to come again.
 */
@Component
class Breakers {

  /** Short: a restarted backend should be found again before a person wonders. */
  private static final Duration OPEN = Duration.ofSeconds(1);

  private final CircuitBreakerRegistry breakers =
      CircuitBreakerRegistry.of(
          CircuitBreakerConfig.custom()
              .slidingWindowSize(10)
              .minimumNumberOfCalls(5)
              .failureRateThreshold(50)
              .waitDurationInOpenState(OPEN)
              // By the clock: whoever comes last would never be asked whether it is back.
              .automaticTransitionFromOpenToHalfOpenEnabled(true)
              .permittedNumberOfCallsInHalfOpenState(2)
              .recordException(BackendFailure.class::isInstance)
              .build());

  CircuitBreaker of(URI instance) {
    return breakers.circuitBreaker(instance.toString());
  }

  boolean isOpen(URI instance) {
    return of(instance).getState() == CircuitBreaker.State.OPEN;
  }
}
