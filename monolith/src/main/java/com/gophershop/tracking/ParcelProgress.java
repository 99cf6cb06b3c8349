package com.gophershop.tracking;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the shop's own copy of the parcels is; to be asked outside of any transaction. */
@Service
public class ParcelProgress {

  private final Parcels parcels;

  ParcelProgress(Parcels parcels) {
    this.parcels = parcels;
  }

  /**
   * The sequence of the newest event that was heard of each order's parcel; orders of whose parcel
   * nothing was heard are missing.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Long> sequences(Collection<UUID> orderIds) {
    return orderIds.isEmpty() ? Map.of() : parcels.sequences(orderIds);
  }

  /**
   * The tracking numbers of the parcels of orders behind the first id, up to the second; orders of
   * whose parcel nothing was heard are missing.
   */
  @Transactional(readOnly = true)
  public Map<UUID, String> trackingNumbers(UUID after, UUID to) {
    return parcels.trackingNumbers(after, to);
  }

  /** When these parcels got each of their statuses. */
  @Transactional(readOnly = true)
  public Map<UUID, Map<ParcelStatus, Instant>> times(UUID after, UUID to) {
    return parcels.times(after, to);
  }
}
