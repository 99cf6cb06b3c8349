package com.gotracker.shipping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers how far the orders are that others decide about. It decides nothing, has no clock, and
 * tells nobody.
 */
@Service
class Following {

  private final FollowedParcels parcels;

  Following(FollowedParcels parcels) {
    this.parcels = parcels;
  }

  /** Returns how many updates took effect; of the other orders as new or newer was known. */
  @Transactional
  public int take(Collection<OrderUpdate> batch) {
    Map<UUID, FollowedParcel> newest = newestOfEachOrder(batch);
    Map<UUID, Long> known = parcels.lock(newest.keySet());
    List<FollowedParcel> added = new ArrayList<>();
    List<FollowedParcel> changed = new ArrayList<>();
    for (FollowedParcel parcel : newest.values()) {
      Long before = known.get(parcel.orderId());
      if (before == null) {
        added.add(parcel);
      } else if (before < parcel.orderSequence()) {
        changed.add(parcel);
      }
    }
    if (!added.isEmpty()) {
      parcels.add(added);
    }
    if (!changed.isEmpty()) {
      parcels.change(changed);
    }
    return added.size() + changed.size();
  }

  private static Map<UUID, FollowedParcel> newestOfEachOrder(Collection<OrderUpdate> batch) {
    Map<UUID, FollowedParcel> newest = new LinkedHashMap<>();
    for (OrderUpdate update : batch) {
      newest.merge(
          update.orderId(),
          FollowedParcel.of(update),
          (one, other) -> one.orderSequence() >= other.orderSequence() ? one : other);
    }
    return newest;
  }
}
