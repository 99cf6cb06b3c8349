package com.gopher.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * The same guard on the management port, which is a server for itself and has no filter of the
 * application; whatever writes there needs the token. Spring Boot finds this by its name.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(RequestGuard.class)
class ManagementHttpConfiguration {

  @Bean
  FilterRegistrationBean<RequestGuard> guardOfTheManagementPort(
      RequestGuard guard, ManagementToken token) {
    return first(guard.and(token), 1);
  }

  @Bean
  FilterRegistrationBean<WholeBody> wholeBodyOnTheManagementPort(WholeBody whole) {
    FilterRegistrationBean<WholeBody> registration = first(whole, 0);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheManagementPort(
      Ending ending) {
    return tomcat -> ProblemErrorValve.use(tomcat, ending);
  }

  private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int position) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
    return registration;
  }
}
