package com.gopher.gateway;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** Spring Cloud Gateway as its manual shows it, for the controls. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class BareGateway {

  private static final String ROUTE = "--spring.cloud.gateway.server.webmvc.routes[0].";

  /**
   * @param filter a filter's name and arguments, as properties
   */
  static String[] routeTo(String url, String... filter) {
    String[] settings = new String[3 + filter.length];
    settings[0] = ROUTE + "id=all";
    settings[1] = ROUTE + "uri=" + url;
    settings[2] = ROUTE + "predicates[0]=Path=/api/**";
    for (int i = 0; i < filter.length; i++) {
      settings[3 + i] = ROUTE + "filters[0]." + filter[i];
    }
    return settings;
  }
}
