package com.gopher.lab.compare.claim;

import java.util.List;
import java.util.Locale;

/** What the measures are called, so that the A/A run and the experiments mean the same by it. */
public final class Measures {

  public static final String SECONDS_TO_READY = "start command to first served request";
  public static final String CPU_SECONDS_TO_READY = "processor time to first served request";
  public static final String MEMORY = "resident memory";
  public static final String CPU_PER_ORDER = "processor time for an order";
  public static final String ORDERS_PER_SECOND = "orders per second with visible parcels";

  /** From the intended moment of sending to the answer. */
  public static final String ACCEPTED = "accepted";

  /** From the intended moment of sending to the parcel that the customer can see. */
  public static final String VISIBLE = "visible";

  public static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0);

  private Measures() {}

  public static String percentile(String latency, double percentile) {
    return String.format(Locale.ROOT, "%s p%.0f", latency, percentile);
  }
}
