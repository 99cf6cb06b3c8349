package com.gopher.lab.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shop and tracker read their whole topics again.
 *
 * @param stage where some records make a batch, so that old states are met one by one
 */
record TopicReplayed(Stage stage, boolean isProtected) implements Fault {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static TopicReplayed standard() {
    return new TopicReplayed(
        Stage.plain().with("SPRING_KAFKA_CONSUMER_MAX_POLL_RECORDS", "10"), true);
  }

  @Override
  public String name() {
    return "whole-topic-replayed";
  }

  @Override
  public String how() {
    return "Shop and tracker are stopped, both consumer groups are set back to offset 0, and both"
        + " are started again.";
  }

  @Override
  public String proof() {
    return "Both groups had settled records, were set back to none, and have settled records again.";
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    scene.end(Scene.TRACKER);
    scene.end(Scene.SHOP);
    var orders = new AtomicLong();
    var shipments = new AtomicLong();
    boolean areEmpty =
        scene.await(
            PATIENCE,
            () -> {
              // Refused while the broker still believes that somebody reads.
              orders.set(scene.road().rewind(Road.TRACKERS, Road.ORDERS));
              return true;
            });
    areEmpty &=
        scene.await(
            PATIENCE,
            () -> {
              shipments.set(scene.road().rewind(Road.SHOP, Road.SHIPMENTS));
              return true;
            });
    boolean isRewound = areEmpty && orders.get() > 0 && shipments.get() > 0;
    Instant relieved = Instant.now();
    scene.bringUp();
    return new Blow(
        relieved,
        seen ->
            isRewound
                    && scene.road().settled(Road.TRACKERS, Road.ORDERS) > 0
                    && scene.road().settled(Road.SHOP, Road.SHIPMENTS) > 0
                ? "%d orders and %d shipments read again".formatted(orders.get(), shipments.get())
                : null);
  }

  @Override
  public Optional<Control> control() {
    return isProtected
        ? Optional.of(
            new Control(
                new TopicReplayed(stage.harming(Scene.TRACKER, "no-sequence-check"), false),
                "the tracker's memory of what it has applied",
                Violation.Kind.DUPLICATED))
        : Optional.empty();
  }
}
