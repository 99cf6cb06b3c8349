package com.gopher.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Eureka's server. Its classes are on the class path of the started process and of no build, so
 * what switches it on is named in the settings.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ServiceRegistry {

  public static void main(String[] arguments) {
    SpringApplication.run(ServiceRegistry.class, arguments);
  }
}
