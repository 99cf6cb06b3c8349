package com.gopher.moduledata;

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

  String migrations() {
    return "classpath:db/migration/" + module;
  }

  /** Read in health details and logs, where the module's name says it all. */
  @Override
  public String toString() {
    return module;
  }
}
