package com.gotracker.shipping;

/** How far a shipment is. CANCELLED and DELIVERED are final. */
public enum ShipmentStatus {
  PREPARING(1),
  SHIPPED(2),
  DELIVERED(3),
  CANCELLED(2);

  private final long sequence;

  ShipmentStatus(long sequence) {
    this.sequence = sequence;
  }

  /**
   * The sequence of a shipment in this state. Each state is passed at most once and always in the
   * same order, so the state itself says how many came before; one that was skipped leaves a gap.
   */
  public long sequence() {
    return sequence;
  }
}
