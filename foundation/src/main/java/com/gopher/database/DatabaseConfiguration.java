package com.gopher.database;

import com.gopher.failfast.EnableFailFast;
import com.gopher.failfast.FailFast;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the database is, and that what it acknowledges lasts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
@EnableFailFast
class DatabaseConfiguration {

  @Bean
  Database database(DataSourceProperties given, DatabaseSettings settings) {
    String url = given.getUrl() == null ? embedded(settings) : given.getUrl();
    String username = given.getUsername() == null ? "admin" : given.getUsername();
    String password = given.getPassword() == null ? "" : given.getPassword();
    Database database = Database.of(url, username, password, settings.program());
    database.file().ifPresent(DatabaseFile::refuseIfLost);
    return database;
  }

  @Bean
  Durability durability(Database database) {
    return new Durability(database);
  }

  @Bean
  Pools pools(
      Database database, Durability durability, DatabaseSettings settings, FailFast failFast) {
    return new Pools(database, durability, new ClosedDatabase(database, failFast::end), settings);
  }

  private static String embedded(DatabaseSettings settings) {
    try {
      Files.createDirectories(settings.dataDir());
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The data directory " + settings.dataDir() + " cannot be created: " + e.getMessage(),
          "Choose another one (%s.data-dir); nothing was changed.".formatted(settings.program()),
          e);
    }
    return "jdbc:h2:file:"
        + settings.dataDir().toAbsolutePath().normalize().resolve(settings.program());
  }
}
