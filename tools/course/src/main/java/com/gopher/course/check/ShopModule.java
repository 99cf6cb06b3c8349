package com.gopher.course.check;

import com.gopher.course.state.Tree;
import java.util.List;

/** The shop's modules, and where each keeps its data: the same at all checkpoints that have it. */
record ShopModule(String name, String schema, String table) {

  static final List<ShopModule> ALL =
      List.of(
          new ShopModule("billing", "billing", "invoice"),
          new ShopModule("catalog", "catalog", "product"),
          new ShopModule("customer", "customers", "customer"),
          new ShopModule("delivery", "delivery", "shipment"),
          new ShopModule("order", "orders", "purchase_order"),
          new ShopModule("tracking", "tracking", "parcel"));

  /** Those that the project has; the last checkpoint removes one. */
  static List<ShopModule> in(Tree files) {
    return ALL.stream().filter(module -> module.hasSourcesIn(files)).toList();
  }

  boolean hasSourcesIn(Tree files) {
    return files.paths().stream().anyMatch(path -> path.startsWith(sources()));
  }

  /** The directory of its classes. */
  String sources() {
    return "monolith/src/main/java/com/gophershop/" + name + "/";
  }

  String packageInfo() {
    return sources() + "package-info.java";
  }

  String qualified() {
    return schema + "." + table;
  }
}
