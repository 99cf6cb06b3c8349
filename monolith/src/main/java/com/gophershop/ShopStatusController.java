package com.gophershop;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.ObjectProvider;
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
  private final ObjectProvider<ModeInForce> delivery;

  ShopStatusController(
      Environment environment, HealthEndpoint health, ObjectProvider<ModeInForce> delivery) {
    this.environment = environment;
    this.health = health;
    this.delivery = delivery;
  }

  @Operation(summary = "Which shape the shop has, and how it is")
  @GetMapping(path = "/api/shop", produces = MediaType.APPLICATION_JSON_VALUE)
  ShopStatus status() {
    return new ShopStatus(
        delivery.getObject().mode().code(),
        environment.containsProperty("spring.kafka.bootstrap-servers"),
        health.health().getStatus().getCode(),
        environment.getRequiredProperty("local.management.port", Integer.class));
  }
}
