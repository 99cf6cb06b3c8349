package com.gopher.database;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Knows on whose behalf a thread speaks to the database. */
class CurrentModule {

  private final ModuleSchemas schemas;

  CurrentModule(ModuleSchemas schemas) {
    this.schemas = schemas;
  }

  /**
   * The module whose {@code @Transactional} method opened the current transaction; outside a
   * module's transaction, the registry.
   */
  ModuleSchema current() {
    String name = TransactionSynchronizationManager.getCurrentTransactionName();
    // A SUPPORTS or NOT_SUPPORTED scope has a name too, but no transaction.
    if (name == null || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return ModuleSchemas.EVENTS;
    }
    return schemas.moduleOf(name).orElse(ModuleSchemas.EVENTS);
  }
}
