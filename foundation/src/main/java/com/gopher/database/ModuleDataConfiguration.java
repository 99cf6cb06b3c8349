package com.gopher.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * One {@link DataSource}, one transaction manager, one login per module. The connection is fetched
 * lazily, at the first statement, because only then is it known whose transaction it is for.
 *
 * <p>Several data sources with a transaction manager each would be the obvious way and do not work:
 * the event publication registry would then commit by itself, and an order that is rolled back
 * would leave its publication behind.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ModuleDataProperties.class, DataSourceProperties.class})
public class ModuleDataConfiguration {

  private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

  @Bean
  ModuleSchemas moduleSchemas(BeanFactory beans) {
    return ModuleSchemas.below(AutoConfigurationPackages.get(beans).get(0));
  }

  @Bean
  Database database(DataSourceProperties login, ModuleDataProperties properties) {
    String url = login.getUrl() == null ? embedded(properties.dataDir()) : login.getUrl();
    String username = login.getUsername() == null ? "admin" : login.getUsername();
    String password = login.getPassword() == null ? "" : login.getPassword();
    return Database.of(url, username, password);
  }

  @Bean
  AdministratorConnection administratorConnection(Database database, ModuleSchemas schemas)
      throws SQLException {
    var administrator = database.openAsAdministrator();
    new SchemaSetup(database, new LoginPasswords(database.password())).run(administrator, schemas);
    return new AdministratorConnection(administrator);
  }

  /** Depends on the administrator's connection: no pool may open the database before him. */
  @Bean
  ModuleLogins moduleLogins(
      ModuleSchemas schemas,
      Database database,
      ModuleDataProperties properties,
      AdministratorConnection migrated) {
    var passwords = new LoginPasswords(database.password());
    Map<ModuleSchema, HikariDataSource> pools = new LinkedHashMap<>();
    for (ModuleSchema schema : schemas.all()) {
      pools.put(schema, pool(schema, database, passwords, properties));
    }
    return new ModuleLogins(pools);
  }

  @Bean
  CurrentModule speakingModule(ModuleSchemas schemas) {
    return new CurrentModule(schemas);
  }

  @Bean
  DataSource dataSource(ModuleLogins logins, CurrentModule speaking) {
    var lazy = new LazyConnectionDataSourceProxy();
    lazy.setTargetDataSource(new ModuleRoutingDataSource(speaking, logins));
    // Told, so that it need not open a connection to find out.
    lazy.setDefaultAutoCommit(true);
    lazy.setDefaultTransactionIsolationName("TRANSACTION_READ_COMMITTED");
    return lazy;
  }

  @Bean
  SQLExceptionTranslator refusalTranslator(
      CurrentModule speaking, ModuleSchemas schemas, DataSource dataSource) {
    return new RefusalTranslator(
        speaking, schemas, new SQLErrorCodeSQLExceptionTranslator(dataSource));
  }

  private static HikariDataSource pool(
      ModuleSchema schema,
      Database database,
      LoginPasswords passwords,
      ModuleDataProperties properties) {
    // Created empty, a pool connects at its first use: start-up does not wait for seven of them.
    var pool = new HikariDataSource();
    pool.setPoolName(schema.app());
    pool.setJdbcUrl(database.url());
    pool.setUsername(schema.app());
    pool.setPassword(passwords.of(schema.app()));
    pool.setMaximumPoolSize(properties.connectionsPerModule());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    return pool;
  }

  private static String embedded(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The data directory " + dataDir + " cannot be created: " + e.getMessage(),
          "Choose another one (shop.data-dir); nothing was changed.",
          e);
    }
    return "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve("shop");
  }
}
