package com.gopher.lab.faults;

import java.time.Instant;
import java.util.Optional;

/**
 * Two trackers empty one outbox at the same time.
 *
 * @param stage how both come to believe that they may
 */
record TwoRelays(Stage stage, boolean isProtected) implements Fault {

  static TwoRelays standard() {
    return new TwoRelays(Stage.plain().trackers(2).harming(Scene.TRACKER, "no-lease"), true);
  }

  @Override
  public String name() {
    return "two-relays-at-once";
  }

  @Override
  public String how() {
    return "Sabotage makes the relays of two trackers believe, all the time, that they hold the"
        + " lease of their common outbox, and lets each stand still with records in its hands.";
  }

  @Override
  public String proof() {
    return "Both have sent records, as each has noted in a file.";
  }

  @Override
  public Blow strike(Scene scene) throws Exception {
    scene.pause(scene.between(4_000, 6_000));
    return new Blow(
        Instant.now(),
        seen -> {
          long relays = scene.marks("relay-");
          return relays < 2
              ? null
              : "%d relays at work, %d records sent again"
                  .formatted(relays, Observed.repeats(seen.shipmentsTopic()));
        });
  }

  @Override
  public Optional<Control> control() {
    return isProtected
        ? Optional.of(
            new Control(
                new TwoRelays(
                    Stage.plain().trackers(2).harming(Scene.TRACKER, "skip-locked-relays"), false),
                "the relay, with some that claim rows by SKIP LOCKED",
                Violation.Kind.DISORDERED))
        : Optional.empty();
  }
}
