package com.gopher.gateway;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The server that clients meet. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  /** Before all that may refuse a request: what is refused need not be read to its end. */
  @Bean
  FilterRegistrationBean<BodyBound> bodyBound(
      GatewayProperties properties, Refusals refusals, Ending ending) {
    FilterRegistrationBean<BodyBound> registration =
        new FilterRegistrationBean<>(new BodyBound(properties, refusals, ending));
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer(Ending ending) {
    return server -> EdgeErrorValve.use(server, ending);
  }
}
