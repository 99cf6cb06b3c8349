package com.gophershop;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Looks into all schemas with the administrator's eyes, which no module can. */
public class ShopDatabase {
  private final JdbcTemplate jdbc;

  ShopDatabase(String url, String username, String password) {
    this.jdbc = new JdbcTemplate(new DriverManagerDataSource(url, username, password));
  }

  /** For statements that a module would not be allowed to run. */
  public JdbcTemplate asAdministrator() {
    return jdbc;
  }

  public long rowsIn(String table) {
    return single("SELECT COUNT(*) FROM " + table);
  }

  public long rowsOf(UUID orderId, String table) {
    return single("SELECT COUNT(*) FROM " + table + " WHERE order_id = ?", orderId);
  }

  /** Everything a refused request might have left behind. */
  public List<Long> everythingStored() {
    return List.of(
        rowsIn("customers.customer"),
        rowsIn("orders.purchase_order"),
        rowsIn("orders.order_line"),
        rowsIn("billing.invoice"),
        rowsIn("billing.credit_note"),
        rowsIn("delivery.shipment"),
        rowsIn("tracking.parcel"),
        unfinished("%.OrderPlaced"));
  }

  /** Waits until the listeners have nothing left to do, so that what a test counts stands still. */
  public void awaitQuiet() {
    ShopClient.eventually(() -> unfinished("%"), publications -> publications == 0);
  }

  /**
   * Publications that a listener has still to finish; those that are finished are removed later.
   */
  private long unfinished(String type) {
    return single(
        """
        SELECT COUNT(*)
        FROM events.event_publication AS published
        WHERE NOT EXISTS (
          SELECT 1
          FROM events.finished_publication AS finished
          WHERE finished.id = published.id)
        AND published.event_type LIKE ?
        """,
        type);
  }

  private long single(String sql, Object... arguments) {
    Long count = jdbc.queryForObject(sql, Long.class, arguments);
    return count == null ? 0 : count;
  }
}
