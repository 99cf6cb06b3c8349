package com.gopher.gateway;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Everything that comes is looked up in the table, but for what the server forwards to itself. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {

  @Bean
  RouterFunction<ServerResponse> everything(Forwarding forwarding) {
    return RouterFunctions.route(
        request -> request.servletRequest().getDispatcherType() == DispatcherType.REQUEST,
        forwarding);
  }
}
