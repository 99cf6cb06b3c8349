package com.gopher.lab.watch;

/**
 * A hop on the way of an order, in the order in which they usually come, and who tells its time.
 */
enum Step {
  ACCEPTED("Order accepted", "the answer to the request", false),
  INVOICED("Invoice written", "the invoice", false),
  ANNOUNCED("Order's record has left the shop's outbox", "its time in Kafka", true),
  PACKED("Parcel packed", "the parcel's history", false),
  RETURNED("Parcel's record has left the tracker's outbox", "its time in Kafka", true),
  SHIPPED("Parcel shipped", "the parcel's history", false),
  SHOP_SAYS_SHIPPED("The shop says: shipped", "the order's stream of events", false),
  ARRIVED("Parcel delivered", "the parcel's history", false),
  SHOP_SAYS_DELIVERED("The shop says: delivered", "the order's stream of events", false);

  private final String words;
  private final String source;
  private final boolean overKafka;

  Step(String words, String source, boolean overKafka) {
    this.words = words;
    this.source = source;
    this.overKafka = overKafka;
  }

  String words() {
    return words;
  }

  /** Where its time comes from. */
  String source() {
    return source;
  }

  /** Whether only a shape with Kafka has it. */
  boolean isOverKafka() {
    return overKafka;
  }
}
