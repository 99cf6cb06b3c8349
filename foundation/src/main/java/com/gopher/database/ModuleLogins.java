package com.gopher.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;

/** A small pool of connections for each login, opened at its first use. */
record ModuleLogins(Map<SchemaOwner, HikariDataSource> pools) implements DisposableBean {

  @Override
  public void destroy() {
    pools.values().forEach(HikariDataSource::close);
  }
}
