package com.gophershop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Beside {@code @ApplicationModuleTest}: the module alone, on a database that no other test uses,
 * with parcels that wait for nobody.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ContextConfiguration(initializers = FreshDatabase.class)
@TestPropertySource(
    properties = {
      "spring.main.log-startup-info=false",
      "shipping.preparing=100ms",
      "shipping.transit=100ms",
      "shipping.tick=10ms"
    })
public @interface OnFreshDatabase {}
