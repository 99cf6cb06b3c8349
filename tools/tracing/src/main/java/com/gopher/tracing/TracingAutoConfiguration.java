package com.gopher.tracing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Puts the spans of requests before everything else that looks at a request. */
@AutoConfiguration
class TracingAutoConfiguration {

  @Bean
  FilterRegistrationBean<RequestSpans> requestSpans() {
    var filter = new FilterRegistrationBean<>(new RequestSpans());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
