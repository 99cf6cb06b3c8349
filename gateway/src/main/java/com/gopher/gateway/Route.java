package com.gopher.gateway;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * A row of the table of routes.
 *
 * @param path as in Spring's path patterns
 * @param methods empty for all
 * @param service who answers; its addresses are the discovery client's
 * @param silence how long a backend may say nothing, before its answer or in the middle of it
 * @param otherwise who answers if the service fails, does not know (404) or knows it second-hand
 *     only (203); only for what reads
 */
record Route(
    String path,
    @DefaultValue Set<HttpMethod> methods,
    String service,
    Duration silence,
    @Nullable String otherwise) {

  static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  Route {
    Assert.isTrue(
        otherwise == null || (!methods.isEmpty() && READING.containsAll(methods)),
        "gateway.routes: with 'otherwise' a request may be sent twice; give that route methods that only read");
  }
}
