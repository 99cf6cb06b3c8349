package com.gopher.database;

/**
 * A module and the schema it owns, with the two logins that may enter it: the owner, who migrates
 * it, and the app, who reads and writes its rows and nothing else.
 */
record ModuleSchema(String module, String schema) {

  String owner() {
    return schema + "_owner";
  }

  String app() {
    return schema + "_app";
  }

  /** Where its migrations are; the schema of events also holds the outbox, which brings its own. */
  String[] migrations() {
    String own = "classpath:db/migration/" + module;
    return module.equals("events") ? new String[] {own, "classpath:db/outbox"} : new String[] {own};
  }

  /** Read in health details and logs, where the module's name says it all. */
  @Override
  public String toString() {
    return module;
  }
}
