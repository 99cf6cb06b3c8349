package com.gopher.lab.bench.bare;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The statements that the shop executes for an order until its last listener has finished. */
final class ShopSql {

  static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);
  static final BigDecimal PRICE = new BigDecimal("24.90");

  static final String INSERT_CUSTOMER =
      """
      INSERT INTO customers.customer
        (id, name, email, street, postal_code, city, country, registered_at)
      VALUES (?, 'Ada Gopher', 'ada@gopher.example', 'Burrow Lane 7', '10115', 'Berlin', 'Germany', ?)
      """;
  static final String FIND_CUSTOMER =
      "SELECT name, id, email, street, postal_code, city, country FROM customers.customer WHERE id = ?";
  static final String FIND_PRODUCTS =
      "SELECT title, sku, price_amount, price_currency FROM catalog.product WHERE sku IN (?, ?)";

  /** Id, customer, status, version, total and time. */
  static final String INSERT_ORDER =
      """
      INSERT INTO orders.purchase_order
        (id, customer_id, decider, status, version, total_amount, total_currency, placed_at, idempotency_key,
         request_digest)
      VALUES (?, ?, 'shop', ?, ?, ?, 'EUR', ?, NULL, NULL)
      """;

  /** Order, position and price. */
  static final String INSERT_LINE =
      """
      INSERT INTO orders.order_line (order_id, position, sku, title, quantity, unit_amount, unit_currency)
      VALUES (?, ?, 'GS-1001', 'The Tunnel Architect', 1, ?, 'EUR')
      """;

  /** Id, order, total, time and again the order. */
  static final String INSERT_INVOICE =
      """
      INSERT INTO billing.invoice
        (id, order_id, customer_name, street, postal_code, city, country, total_amount, total_currency, issued_at)
      SELECT ?, ?, 'Ada Gopher', 'Burrow Lane 7', '10115', 'Berlin', 'Germany', ?, 'EUR', ?
      WHERE NOT EXISTS (SELECT 1 FROM billing.invoice WHERE order_id = ?)
      """;

  /** Order, tracking number, status, sequence and time. */
  static final String INSERT_PARCEL =
      """
      INSERT INTO tracking.parcel (order_id, tracking_number, status, sequence, as_of)
      VALUES (?, ?, ?, ?, ?)
      """;

  /** Id, listener, time and event. */
  static final String PUBLISH =
      """
      INSERT INTO events.event_publication
        (id, event_type, listener_id, publication_date, serialized_event, status, completion_attempts,
         last_resubmission_date)
      VALUES (?, 'com.gophershop.order.OrderPlaced', ?, ?, ?, 'PUBLISHED', 1, NULL)
      """;

  static final String PROCESSING =
      "UPDATE events.event_publication SET status = 'PROCESSING' WHERE id = ? AND status != 'PROCESSING'";
  static final String COMPLETED = "DELETE FROM events.event_publication WHERE id = ?";

  /** Order, tracking number, time and again the order. */
  static final String PREPARE_SHIPMENT =
      """
      INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at)
      SELECT ?, ?, 'PREPARING', 1, ?
      WHERE NOT EXISTS (SELECT 1 FROM delivery.shipment WHERE order_id = ?)
      """;

  /** Order, time and again the order. */
  static final String NOTE_PREPARING =
      """
      INSERT INTO tracking.parcel_history (order_id, sequence, status, at)
      SELECT ?, 1, 'PREPARING', ?
      WHERE NOT EXISTS (SELECT 1 FROM tracking.parcel_history WHERE order_id = ? AND status = 'PREPARING')
      """;

  /** Time and order. */
  static final String MOVE_PARCEL =
      """
      UPDATE tracking.parcel
      SET status = CASE WHEN sequence < 1 THEN 'PREPARING' ELSE status END,
          sequence = CASE WHEN sequence < 1 THEN 1 ELSE sequence END, as_of = ?
      WHERE order_id = ?
      """;

  /** Order and tracking number. */
  static final String INSERT_DELIVERED_SHIPMENT =
      "INSERT INTO delivery.shipment (order_id, tracking_number, status, version, due_at) VALUES (?, ?, 'DELIVERED', 3, NULL)";

  /** Order, status, sequence and time. */
  static final String INSERT_HISTORY =
      "INSERT INTO tracking.parcel_history (order_id, status, sequence, at) VALUES (?, ?, ?, ?)";

  private ShopSql() {}

  /** Ascending like the shop's own (UUIDv7): random ones would be slower to insert. */
  static UUID newId() {
    return new UUID(
        System.currentTimeMillis() << 16 | 0x7000L | (System.nanoTime() & 0xfff),
        UUID.randomUUID().getLeastSignificantBits());
  }

  static String trackingNumber(UUID id) {
    return "GT-" + id.toString().substring(24);
  }
}
