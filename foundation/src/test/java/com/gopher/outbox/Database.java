package com.gopher.outbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with a fresh outbox in the schema {@code events}, the two logins an application gives
 * it, and a table of an aggregate whose versions are the sequences of its events.
 */
final class Database implements AutoCloseable {

  private final String url;
  private final HikariDataSource owner;

  static Database in(Path directory) {
    return new Database("jdbc:h2:file:" + directory.resolve("test"), "sa", "");
  }

  static Database on(EmbeddedPostgres server) {
    return new Database(
        "jdbc:postgresql://localhost:%d/postgres".formatted(server.getPort()), "postgres", "");
  }

  private Database(String url, String user, String password) {
    this.url = url;
    this.owner = pool(url, user, password);
    migrate();
  }

  private void migrate() {
    jdbc().sql("DROP SCHEMA IF EXISTS events CASCADE").update();
    Flyway.configure()
        .dataSource(owner)
        .locations("classpath:db/outbox")
        .defaultSchema(isH2() ? "EVENTS" : "events")
        .load()
        .migrate();
    jdbc()
        .sql("CREATE TABLE events.aggregate (id VARCHAR(20) PRIMARY KEY, version BIGINT)")
        .update();
    login("publisher_app");
    login("events_app");
    grant("INSERT ON events.outbox TO publisher_app");
    grant("SELECT, INSERT, UPDATE ON events.aggregate TO publisher_app");
    grant("SELECT, DELETE ON events.outbox TO events_app");
    grant("SELECT, INSERT, DELETE ON events.outbox_parked TO events_app");
    grant("SELECT, UPDATE ON events.outbox_lease TO events_app");
  }

  private void login(String name) {
    if (isH2()) {
      jdbc().sql("CREATE USER IF NOT EXISTS " + name + " PASSWORD 'secret'").update();
    } else {
      if (jdbc()
          .sql("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))
          .query()
          .listOfRows()
          .isEmpty()) {
        jdbc().sql("CREATE ROLE " + name + " LOGIN PASSWORD 'secret'").update();
      }
      grant("USAGE ON SCHEMA events TO " + name);
    }
  }

  private void grant(String what) {
    jdbc().sql("GRANT " + what).update();
  }

  private boolean isH2() {
    return url.startsWith("jdbc:h2");
  }

  private static HikariDataSource pool(String url, String user, String password) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(8);
    return new HikariDataSource(config);
  }

  HikariDataSource owner() {
    return owner;
  }

  String url() {
    return url;
  }

  JdbcClient jdbc() {
    return JdbcClient.create(owner);
  }

  /** A pool of the login that may only add to the outbox. */
  HikariDataSource publisher() {
    return pool(url, "publisher_app", "secret");
  }

  /** A pool of the login that relays. */
  HikariDataSource relay() {
    return pool(url, "events_app", "secret");
  }

  @Override
  public void close() {
    owner.close();
  }

  @Override
  public String toString() {
    return isH2() ? "H2" : "PostgreSQL";
  }
}
