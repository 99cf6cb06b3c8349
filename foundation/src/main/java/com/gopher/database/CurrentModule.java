package com.gopher.database;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows on whose behalf a thread uses the database. */
final class CurrentModule {

  private final Schemas schemas;
  private final SchemaOwner common;

  CurrentModule(Schemas schemas) {
    SchemaOwner outsideOfModules = schemas.common();
    if (outsideOfModules == null) {
      throw new IllegalArgumentException(
          "Logins for modules need a common schema, for what runs outside a module's transaction");
    }
    this.schemas = schemas;
    this.common = outsideOfModules;
  }

  /**
   * The module whose {@code @Transactional} method opened the current transaction; outside a
   * module's transaction, the common schema.
   */
  SchemaOwner current() {
    String name = TransactionSynchronizationManager.getCurrentTransactionName();
    // A SUPPORTS or NOT_SUPPORTED scope has a name too, but no transaction.
    if (name == null || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return common;
    }
    return schemas.moduleOf(name).orElse(common);
  }

  boolean isOutsideOfModules() {
    return current().equals(common);
  }
}
