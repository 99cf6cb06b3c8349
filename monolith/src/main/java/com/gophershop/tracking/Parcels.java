package com.gophershop.tracking;

import com.gophershop.tracking.Parcel.Step;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The shop's copy of the parcels. Events may come late, twice and in any order. */
@Repository
class Parcels {

  static final String NUMBERS =
      """
      SELECT order_id, tracking_number
      FROM tracking.parcel
      WHERE order_id > :after
      AND order_id <= :to
      """;

  static final String TIMES =
      """
      SELECT order_id, status, at
      FROM tracking.parcel_history
      WHERE order_id > :after
      AND order_id <= :to
      """;

  private final JdbcClient jdbc;

  Parcels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void record(ShipmentEvent event, Instant heardAt) {
    if (!noteInHistory(event)) {
      return;
    }
    if (!moveForward(event, heardAt)) {
      addIfUnknown(event, heardAt);
    }
  }

  /**
   * The sequences of the newest events of these orders; unknown ones are missing. A join and not
   * {@code IN}, for which H2 holds each row that it finds against all the ids once more: five times
   * as slow for a thousand.
   */
  Map<UUID, Long> sequences(Collection<UUID> orderIds) {
    return jdbc
        .sql(
            """
            SELECT parcel.order_id, parcel.sequence
            FROM UNNEST(CAST(:orderIds AS UUID ARRAY)) AS asked (order_id)
            JOIN tracking.parcel ON parcel.order_id = asked.order_id
            """)
        .param("orderIds", orderIds.toArray(UUID[]::new))
        .query(
            (row, number) ->
                Map.entry(row.getObject("order_id", UUID.class), row.getLong("sequence")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The tracking numbers of the orders behind the first id, up to the second. */
  Map<UUID, String> trackingNumbers(UUID after, UUID to) {
    Map<UUID, String> numbers = new HashMap<>();
    jdbc.sql(NUMBERS)
        .param("after", after)
        .param("to", to)
        .query(
            row -> {
              numbers.put(row.getObject("order_id", UUID.class), row.getString("tracking_number"));
            });
    return numbers;
  }

  /** When the parcels of these orders got each of their statuses: several rows an order. */
  Map<UUID, Map<ParcelStatus, Instant>> times(UUID after, UUID to) {
    Map<UUID, Map<ParcelStatus, Instant>> times = new HashMap<>();
    jdbc.sql(TIMES)
        .param("after", after)
        .param("to", to)
        .query(
            row -> {
              times
                  .computeIfAbsent(
                      row.getObject("order_id", UUID.class),
                      id -> new EnumMap<>(ParcelStatus.class))
                  .put(
                      ParcelStatus.valueOf(row.getString("status")),
                      row.getObject("at", OffsetDateTime.class).toInstant());
            });
    return times;
  }

  @Transactional(readOnly = true)
  public Optional<Parcel> find(UUID orderId) {
    List<Step> history =
        jdbc.sql(
                """
                SELECT status, at
                FROM tracking.parcel_history
                WHERE order_id = :orderId
                ORDER BY sequence
                """)
            .param("orderId", orderId)
            .query(
                (row, number) ->
                    new Step(
                        ParcelStatus.valueOf(row.getString("status")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
            .list();
    return jdbc.sql(
            """
            SELECT tracking_number, status, as_of
            FROM tracking.parcel
            WHERE order_id = :orderId
            """)
        .param("orderId", orderId)
        .query(
            (row, number) ->
                new Parcel(
                    orderId,
                    row.getString("tracking_number"),
                    ParcelStatus.valueOf(row.getString("status")),
                    history,
                    row.getObject("as_of", OffsetDateTime.class).toInstant()))
        .optional();
  }

  private boolean noteInHistory(ShipmentEvent event) {
    int added =
        jdbc.sql(
                """
                INSERT INTO tracking.parcel_history (order_id, sequence, status, at)
                SELECT :orderId, :sequence, :status, :at
                WHERE NOT EXISTS (
                  SELECT 1
                  FROM tracking.parcel_history
                  WHERE order_id = :orderId
                  AND status = :status)
                """)
            .param("orderId", event.orderId())
            .param("sequence", event.sequence())
            .param("status", event.status().name())
            .param("at", event.at().atOffset(ZoneOffset.UTC))
            .update();
    return added == 1;
  }

  private boolean moveForward(ShipmentEvent event, Instant heardAt) {
    int moved =
        jdbc.sql(
                """
                UPDATE tracking.parcel
                SET status = CASE WHEN sequence < :sequence THEN :status ELSE status END,
                    sequence = CASE WHEN sequence < :sequence THEN :sequence ELSE sequence END,
                    as_of = :heardAt
                WHERE order_id = :orderId
                """)
            .param("orderId", event.orderId())
            .param("sequence", event.sequence())
            .param("status", event.status().name())
            .param("heardAt", heardAt.atOffset(ZoneOffset.UTC))
            .update();
    return moved == 1;
  }

  /** Two listeners may get here at once: the key lets one of them win, the other is retried. */
  private void addIfUnknown(ShipmentEvent event, Instant heardAt) {
    jdbc.sql(
            """
            INSERT INTO tracking.parcel (order_id, tracking_number, status, sequence, as_of)
            VALUES (:orderId, :trackingNumber, :status, :sequence, :heardAt)
            """)
        .param("orderId", event.orderId())
        .param("trackingNumber", event.trackingNumber())
        .param("status", event.status().name())
        .param("sequence", event.sequence())
        .param("heardAt", heardAt.atOffset(ZoneOffset.UTC))
        .update();
  }
}
