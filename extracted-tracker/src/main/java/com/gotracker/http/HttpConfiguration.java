package com.gotracker.http;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The container speaks like the application. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainerToo() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context ->
                ((StandardHost) context.getParent())
                    .setErrorReportValveClass(ProblemErrorValve.class.getName()));
  }
}
