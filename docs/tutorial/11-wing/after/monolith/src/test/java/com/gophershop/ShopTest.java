package com.gophershop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the running shop: a real server on free ports, a real database, and a clock that the
 * test moves. All such tests share one shop, so they count what is theirs and never everything.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.main.log-startup-info=false",
      "management.server.port=0",
      // Nobody ships in these tests: an order stays as it was placed.
      "shop.delivery=extracted",
      // Tests tell of orders that were never placed, which is worth a warning elsewhere.
      "logging.level.com.gophershop.order.OrderManagement=ERROR",
      // They also let listeners collide, who are then retried as they should be.
      "logging.level.com.gopher.publications.Listeners=ERROR"
    })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(ShopTestConfiguration.class)
public @interface ShopTest {}
