package com.gopher.course.check;

import java.util.List;

/** The shop's modules, and where each keeps its data: the same at all checkpoints. */
record ShopModule(String name, String schema, String table) {

  static final List<ShopModule> ALL =
      List.of(
          new ShopModule("billing", "billing", "invoice"),
          new ShopModule("catalog", "catalog", "product"),
          new ShopModule("customer", "customers", "customer"),
          new ShopModule("delivery", "delivery", "shipment"),
          new ShopModule("order", "orders", "purchase_order"),
          new ShopModule("tracking", "tracking", "parcel"));

  String packageInfo() {
    return "monolith/src/main/java/com/gophershop/" + name + "/package-info.java";
  }

  String qualified() {
    return schema + "." + table;
  }
}
