package com.gopher.lab.faults;

import java.util.List;

/** All there are, in the order in which they are run. */
final class Faults {

  private Faults() {}

  static List<Fault> all() {
    return List.of(
        HeldAndKilled.at(
            "tracker-killed-in-mid-batch",
            Scene.TRACKER,
            "held-in-mid-batch",
            "inside the transaction of a batch, when its shipments are stored and not told"),
        HeldAndKilled.at(
            "tracker-killed-before-offset-commit",
            Scene.TRACKER,
            "held-before-offset-commit",
            "between its own commit and the commit of the offsets"),
        new BrokerAway("broker-killed", 500, 2_500),
        new BrokerAway("broker-away-for-a-minute", 60_000, 61_000),
        HeldAndKilled.at(
                "shop-killed-before-send",
                Scene.SHOP,
                "held-before-send",
                "between the commit of an order and the sending of its record")
            .controlledBy(
                "plain-send-after-commit", "the outbox, with a plain send after the commit"),
        HeldAndKilled.at(
            "shop-killed-before-delete",
            Scene.SHOP,
            "held-before-delete",
            "between the broker's acknowledgement and the deletion of the row"),
        new BrokerFrozen(),
        new TrackerFrozen(),
        TopicReplayed.standard(),
        new OutOfOrder(),
        PoisonAmongGood.standard(),
        TwoRelays.standard(),
        new TrackersComeAndGo(),
        new DatabaseAway(),
        new RollingUpgrade());
  }
}
