package com.gophershop;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the front page says about the shop as a whole. */
@Tag(name = "Shop")
@RestController
class ShopStatusController {

  private final Environment environment;
  private final HealthEndpoint health;

  ShopStatusController(Environment environment, HealthEndpoint health) {
    this.environment = environment;
    this.health = health;
  }

  @Operation(summary = "Which shape the shop has, and how it is")
  @GetMapping(path = "/api/shop", produces = MediaType.APPLICATION_JSON_VALUE)
  ShopStatus status() {
    DeliveryMode mode =
        environment.getProperty("shop.delivery", DeliveryMode.class, DeliveryMode.IN_PROCESS);
    return new ShopStatus(
        mode.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        environment.containsProperty("spring.kafka.bootstrap-servers"),
        health.health().getStatus().getCode(),
        environment.getRequiredProperty("local.management.port", Integer.class));
  }
}
