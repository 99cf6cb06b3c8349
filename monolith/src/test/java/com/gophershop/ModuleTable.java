package com.gophershop;

import java.util.List;

/**
 * One table of each module, with statements that are sound when the owner runs them.
 *
 * @param key a unique column that a foreign key may point to
 */
record ModuleTable(
    String module, String schema, String table, String key, String keyType, String insert) {

  private static final String ID = "'019aadf3-1b2a-7d10-8c44-9a0e4d1c7f52'";
  private static final String TIME = "TIMESTAMP WITH TIME ZONE '2026-11-22 12:00:00+00:00'";

  static List<ModuleTable> all() {
    return List.of(
        new ModuleTable(
            "catalog",
            "catalog",
            "product",
            "sku",
            "VARCHAR(32)",
            "(sku, title, price_amount, price_currency) VALUES ('X-1', 'Probe', 1, 'EUR')"),
        new ModuleTable(
            "customer",
            "customers",
            "customer",
            "id",
            "UUID",
            "(id, name, email, street, postal_code, city, country, registered_at)"
                + " VALUES (%s, 'n', 'e', 's', 'p', 'c', 'c', %s)".formatted(ID, TIME)),
        new ModuleTable(
            "tracking",
            "tracking",
            "parcel",
            "order_id",
            "UUID",
            "(order_id, tracking_number, status, sequence, as_of)"
                + " VALUES (%s, 'T', 'SHIPPED', 1, %s)".formatted(ID, TIME)),
        new ModuleTable(
            "order",
            "orders",
            "purchase_order",
            "id",
            "UUID",
            "(id, customer_id, decider, status, version, total_amount, total_currency, placed_at)"
                + " VALUES (%s, %s, 'shop', 'PLACED', 1, 1, 'EUR', %s)".formatted(ID, ID, TIME)),
        new ModuleTable(
            "billing",
            "billing",
            "credit_note",
            "id",
            "UUID",
            "(id, order_id, issued_at) VALUES (%s, %s, %s)".formatted(ID, ID, TIME)),
        new ModuleTable(
            "delivery",
            "delivery",
            "shipment",
            "order_id",
            "UUID",
            "(order_id, tracking_number, status, version) VALUES (%s, 'T', 'PREPARING', 1)"
                .formatted(ID)));
  }

  String qualified() {
    return schema + "." + table;
  }

  String select() {
    return "SELECT %s FROM %s".formatted(key, qualified());
  }

  String insertRow() {
    return "INSERT INTO %s %s".formatted(qualified(), insert);
  }

  String update() {
    return "UPDATE %s SET %s = %s WHERE 1 = 0".formatted(qualified(), key, key);
  }

  String delete() {
    return "DELETE FROM %s WHERE 1 = 0".formatted(qualified());
  }

  String referencedFrom(String otherSchema) {
    return "CREATE TABLE %s.probe (x %s REFERENCES %s (%s))"
        .formatted(otherSchema, keyType, qualified(), key);
  }

  String viewedFrom(String otherSchema) {
    return "CREATE VIEW %s.probe AS SELECT %s FROM %s".formatted(otherSchema, key, qualified());
  }

  @Override
  public String toString() {
    return module;
  }
}
