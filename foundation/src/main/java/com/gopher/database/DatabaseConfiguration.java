package com.gopher.database;

import com.gopher.failfast.EnableFailFast;
import com.gopher.failfast.FailFast;
import com.gopher.secret.OwnerOnly;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
  Database database(
      DataSourceProperties given,
      DatabaseSettings settings,
      @Value("${database.password-file:#{null}}") @Nullable Path passwordFile) {
    if (given.getUrl() == null) {
      refuseUnusableName(settings);
    }
    keepOthersOut(settings, given.getUrl() == null);
    String url = given.getUrl() == null ? embedded(settings) : given.getUrl();
    String username = given.getUsername() == null ? "admin" : given.getUsername();
    String password = given.getPassword() == null ? "" : given.getPassword();
    Database database = Database.of(url, username, password, settings.program());
    database.file().ifPresent(DatabaseFile::refuseIfLost);
    return AdministratorPassword.of(database, passwordFile);
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

  @Bean
  SchemaRetirement schemaRetirement(Database database, Schemas schemas, DatabaseSettings settings) {
    return new SchemaRetirement(database, schemas, settings.dataDir(), Clock.systemUTC());
  }

  private static String embedded(DatabaseSettings settings) {
    return "jdbc:h2:file:"
        + settings.dataDir().toAbsolutePath().normalize().resolve(settings.program());
  }

  /** H2 would end the path at the one, and takes the other for a slash: the file lies elsewhere. */
  private static void refuseUnusableName(DatabaseSettings settings) {
    String path = settings.dataDir().toAbsolutePath().toString();
    if (path.indexOf(';') >= 0 || path.indexOf('\\') >= 0 && File.separatorChar == '/') {
      throw new UnusableDatabaseException(
          "The data directory %s has a semicolon or a backslash in its name, and the database would lie elsewhere."
              .formatted(path),
          "Choose another one (%s.data-dir); nothing was created.".formatted(settings.program()),
          null);
    }
  }

  /**
   * @param isNeeded whether there must be a data directory; without one nothing is to be closed
   */
  private static void keepOthersOut(DatabaseSettings settings, boolean isNeeded) {
    Path directory = settings.dataDir();
    try {
      if (isNeeded || Files.isDirectory(directory)) {
        OwnerOnly.makeDirectory(directory);
        OwnerOnly.closeFiles(directory, settings.program() + ".*");
      }
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The data directory %s cannot be used: %s.".formatted(directory, e.getMessage()),
          "It must be a directory that you own and can write. Choose another one (%s.data-dir); nothing was changed."
              .formatted(settings.program()),
          e);
    }
  }
}
