package com.gopher.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * One {@link DataSource}, one transaction manager, one login per module. The connection is fetched
 * lazily, at the first statement, because only then is it known whose transaction it is for.
 *
 * <p>Several data sources with a transaction manager each would be the obvious way and do not work:
 * the event publication registry would then commit by itself, and a change that is rolled back
 * would leave its publication behind.
 */
@Configuration(proxyBeanMethods = false)
class ModuleLoginsConfiguration {

  @Bean
  ModuleLogins moduleLogins(
      Schemas schemas,
      Database database,
      DatabaseSettings settings,
      Durability durability,
      Pools pools) {
    refuseWithoutPassword(database);
    var passwords = new LoginPasswords(settings.passwordSeed(), database.password());
    try {
      durability.ensure();
      new SchemaSetup(database, schemas).byTheOwners(passwords);
    } catch (SQLException e) {
      throw database.cannotOpen(e);
    }
    Map<SchemaOwner, HikariDataSource> logins = new LinkedHashMap<>();
    for (SchemaOwner schema : schemas.all()) {
      logins.put(schema, pools.of(schema.app(), passwords.of(schema.app())));
    }
    return new ModuleLogins(logins);
  }

  /** The passwords of the logins come from it, and everybody could work them out. */
  private static void refuseWithoutPassword(Database database) {
    if (database.password().isEmpty()) {
      throw new UnusableDatabaseException(
          "The administrator of %s has no password here, and the logins get theirs from it."
              .formatted(database.url()),
          "Set spring.datasource.password, also if the server would let you in without; nothing was changed.",
          null);
    }
  }

  @Bean
  CurrentModule currentModule(Schemas schemas) {
    return new CurrentModule(schemas);
  }

  @Bean
  DataSource dataSource(ModuleLogins logins, CurrentModule current) {
    if (logins.pools().size() == 1) {
      return logins.pools().values().iterator().next();
    }
    var lazy = new LazyConnectionDataSourceProxy();
    lazy.setTargetDataSource(new ModuleRoutingDataSource(current, logins));
    // Said here, so that it need not open a connection to find out.
    lazy.setDefaultAutoCommit(true);
    lazy.setDefaultTransactionIsolationName("TRANSACTION_READ_COMMITTED");
    return lazy;
  }

  @Bean
  SQLExceptionTranslator refusalTranslator(
      CurrentModule current, Schemas schemas, DataSource dataSource) {
    // Without modules nobody is refused anything.
    return schemas.modules().isEmpty()
        ? new SQLExceptionSubclassTranslator()
        : new RefusalTranslator(
            current, schemas, new SQLErrorCodeSQLExceptionTranslator(dataSource));
  }
}
