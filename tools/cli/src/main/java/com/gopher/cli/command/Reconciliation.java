package com.gopher.cli.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What shop and tracker know of the same orders.
 *
 * @param openOrders how many open orders of the shop the tracker has to deliver
 * @param unknownToTracker of how many of them the tracker has no shipment
 * @param notHeardOf of how many of them the tracker has a shipment, and the shop has not heard how
 *     far it is
 * @param overdue how many of both were placed more than a minute ago: no record is under way for
 *     that long
 * @param differing the ids of both
 */
record Reconciliation(
    long openOrders,
    long unknownToTracker,
    long notHeardOf,
    long overdue,
    @JsonIgnore List<String> differing) {

  boolean needsAPerson() {
    return overdue > 0;
  }

  String inWords() {
    if (unknownToTracker + notHeardOf == 0) {
      return "%s open orders are the tracker's, and both know the same of them"
          .formatted(openOrders);
    }
    return "%s open orders are the tracker's; it does not know %s of them, and of %s parcels the shop has not heard how far they are"
        .formatted(openOrders, unknownToTracker, notHeardOf);
  }
}
