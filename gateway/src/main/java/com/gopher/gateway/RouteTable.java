package com.gopher.gateway;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Finds the route of a request: the first in the table that fits. */
@Component
class RouteTable {

  private final List<Row> rows;

  RouteTable(GatewayProperties properties) {
    this.rows =
        properties.routes().stream()
            .map(route -> new Row(route, PathPatternParser.defaultInstance.parse(route.path())))
            .toList();
  }

  Optional<Route> of(HttpMethod method, String rawPath) {
    PathContainer path = PathContainer.parsePath(rawPath);
    return rows.stream().filter(row -> row.fits(method, path)).map(Row::route).findFirst();
  }

  private record Row(Route route, PathPattern pattern) {

    boolean fits(HttpMethod method, PathContainer path) {
      return (route.methods().isEmpty() || route.methods().contains(method))
          && pattern.matches(path);
    }
  }
}
