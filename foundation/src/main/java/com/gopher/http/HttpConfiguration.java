package com.gopher.http;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all endpoints share: strict JSON, a limit for bodies, problem details for every failure. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
@Import({
  Ending.class,
  WholeBody.class,
  ProblemErrorController.class,
  StrictJson.class,
  TraceOfTheRequest.class
})
class HttpConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainerToo(
      Ending ending) {
    return tomcat -> ProblemErrorValve.use(tomcat, ending);
  }

  /** Also when a request is dispatched again, with its body. */
  @Bean
  FilterRegistrationBean<WholeBody> wholeBodyFirst(WholeBody whole) {
    FilterRegistrationBean<WholeBody> registration = new FilterRegistrationBean<>(whole);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  @Bean
  ManagementToken managementToken(HttpProperties properties) {
    return new ManagementToken(
        properties.management().token(), properties.management().directory());
  }

  /** Bodies are judged before parameters: to ask for a parameter is to read a form. */
  @Bean
  RequestGuard requestGuard(
      HttpProperties properties,
      ManagementToken token,
      @Value("${management.endpoints.web.base-path:/actuator}") String management,
      @Value("${server.forward-headers-strategy:none}") String forwardHeaders) {
    String health = management + "/health/";
    List<RequestRule> rules =
        List.of(
            new KnownHosts(properties.hosts(), List.of(health + "liveness", health + "readiness")),
            new OwnPagesOnly(properties.origins()),
            new JsonBodiesOnly(),
            new ReadableRequest(),
            request ->
                request.getRequestURI().startsWith(management) ? token.check(request) : null);
    return new RequestGuard(rules, !forwardHeaders.equalsIgnoreCase("none"));
  }

  @Bean
  WebMvcConfigurer noEmptyParameters() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NoEmptyParameters()).addPathPatterns("/api/**");
      }
    };
  }
}
