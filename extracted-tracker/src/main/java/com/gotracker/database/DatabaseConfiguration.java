package com.gotracker.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database, set up before anybody can ask it anything. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TrackerDataProperties.class, DataSourceProperties.class})
class DatabaseConfiguration {

  private static final long INITIALIZATION_MILLIS = 10_000;
  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

  @Bean
  Database database(DataSourceProperties given, TrackerDataProperties properties) {
    String url = given.getUrl() == null ? embedded(properties.dataDir()) : given.getUrl();
    String username = given.getUsername() == null ? "admin" : given.getUsername();
    String password = given.getPassword() == null ? "" : given.getPassword();
    return Database.of(url, new Login(username, password));
  }

  @Bean
  Durability durability(Database database) {
    var durability = new Durability(database);
    try {
      durability.ensure();
      try (var administrator = database.openAsAdministrator()) {
        new Setup(database).run(administrator);
      }
    } catch (SQLException e) {
      throw database.cannotOpen(e);
    }
    return durability;
  }

  @Bean
  HikariDataSource dataSource(
      Database database, Durability durability, TrackerDataProperties properties) {
    var pool = new HikariConfig();
    pool.setPoolName("tracker");
    pool.setDataSource(new AppConnections(database, durability));
    pool.setExceptionOverride(new BrokenConnections());
    pool.setMaximumPoolSize(properties.connections());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    // Another tracker that starts on the same database sets the logins up once more, and H2 refuses
    // whoever logs in at that very moment: he tries again.
    pool.setInitializationFailTimeout(INITIALIZATION_MILLIS);
    return new HikariDataSource(pool);
  }

  private static String embedded(Path dataDir) {
    try {
      Files.createDirectories(dataDir);
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The data directory " + dataDir + " cannot be created: " + e.getMessage(),
          "Choose another one (tracker.data-dir); nothing was changed.",
          e);
    }
    return "jdbc:h2:file:" + dataDir.toAbsolutePath().normalize().resolve("tracker");
  }
}
