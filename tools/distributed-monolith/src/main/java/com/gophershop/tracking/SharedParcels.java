package com.gophershop.tracking;

import com.gophershop.tracking.Parcel.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps no copy of the parcels: the table of the process that decides about them is at hand. */
@Primary
@Repository
class SharedParcels extends Parcels {

  private static final List<ParcelStatus> STATES =
      List.of(
          ParcelStatus.PREPARING,
          ParcelStatus.SHIPPED,
          ParcelStatus.DELIVERED,
          ParcelStatus.CANCELLED);

  private static final List<String> TIMES =
      List.of("prepared_at", "shipped_at", "delivered_at", "cancelled_at");

  private final JdbcClient jdbc;

  SharedParcels(JdbcClient jdbc) {
    super(jdbc);
    this.jdbc = jdbc;
  }

  @Override
  public void record(ShipmentEvent event, Instant heardAt) {}

  @Override
  @Transactional(readOnly = true)
  public Optional<Parcel> find(UUID orderId) {
    return jdbc.sql(
            """
            SELECT tracking_number, status, prepared_at, shipped_at, delivered_at, cancelled_at
            FROM tracker.shipment
            WHERE order_id = :orderId
            """)
        .param("orderId", orderId)
        .query((row, number) -> parcel(orderId, row))
        .optional();
  }

  /** Known as of its newest step: comparable to a copy, which has the time of its newest event. */
  private static Parcel parcel(UUID orderId, ResultSet row) throws SQLException {
    var history = new ArrayList<Step>();
    for (int state = 0; state < STATES.size(); state++) {
      OffsetDateTime at = row.getObject(TIMES.get(state), OffsetDateTime.class);
      if (at != null) {
        history.add(new Step(STATES.get(state), at.toInstant()));
      }
    }
    return new Parcel(
        orderId,
        row.getString("tracking_number"),
        ParcelStatus.valueOf(row.getString("status")),
        List.copyOf(history),
        history.get(history.size() - 1).at());
  }
}
