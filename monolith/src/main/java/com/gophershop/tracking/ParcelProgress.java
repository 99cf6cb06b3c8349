package com.gophershop.tracking;

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

  /** What was heard of the parcels of orders behind the first id, up to the second. */
  @Transactional(readOnly = true)
  public Map<UUID, KnownParcel> between(UUID after, UUID to) {
    return parcels.between(after, to);
  }
}
