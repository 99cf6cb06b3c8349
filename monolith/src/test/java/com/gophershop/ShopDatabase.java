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
        single(
            "SELECT COUNT(*) FROM events.event_publication WHERE event_type LIKE '%.OrderPlaced'"));
  }

  /** Waits until the listeners have nothing left to do, so that what a test counts stands still. */
  public void awaitQuiet() {
    ShopClient.eventually(() -> rowsIn("events.event_publication"), rows -> rows == 0);
  }

  private long single(String sql, Object... arguments) {
    Long count = jdbc.queryForObject(sql, Long.class, arguments);
    return count == null ? 0 : count;
  }
}
