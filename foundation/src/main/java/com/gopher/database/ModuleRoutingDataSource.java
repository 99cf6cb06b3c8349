package com.gopher.database;

import java.util.LinkedHashMap;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * Hands out connections of the module whose {@code @Transactional} method opened the transaction.
 * Whatever runs outside a module's transaction gets the login of the common schema, which has no
 * business table, so forgetting {@code @Transactional} is refused instead of half working.
 */
class ModuleRoutingDataSource extends AbstractRoutingDataSource {

  private final CurrentModule module;

  ModuleRoutingDataSource(CurrentModule module, ModuleLogins logins) {
    this.module = module;
    setTargetDataSources(new LinkedHashMap<>(logins.pools()));
    afterPropertiesSet();
  }

  @Override
  protected Object determineCurrentLookupKey() {
    return module.current();
  }
}
