package com.gophershop.order;

import com.gophershop.DeliveryMode;
import com.gophershop.ModeInForce;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mode in force and those before it. Kept in the database and nowhere else: whoever has a copy
 * of it would disagree with the other shops on the same database.
 */
@Service
class DeliveryModes implements ModeInForce {

  private static final int MOST = 100;

  private final ModeHistory history;

  DeliveryModes(ModeHistory history) {
    this.history = history;
  }

  /**
   * The mode in force, as of the transaction that asks, if one does.
   *
   * @throws IllegalStateException if none is stored, which a shop does before its first request
   */
  @Override
  @Transactional(readOnly = true)
  public DeliveryMode mode() {
    return history
        .latest()
        .orElseThrow(() -> new IllegalStateException("No mode of delivery is stored"))
        .to();
  }

  @Transactional(readOnly = true)
  public Optional<ModeChange> latest() {
    return history.latest();
  }

  /** The last hundred, newest first. */
  @Transactional(readOnly = true)
  public List<ModeChange> history() {
    return history.newest(MOST);
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if somebody else changed it in between;
   *     nothing is stored then
   */
  @Transactional
  public void record(ModeChange change) {
    history.add(change);
  }
}
