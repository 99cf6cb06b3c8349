package com.gopher.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Shipping deploys a new version of its own table ({@code sabotage.table}) without a word to
 * anybody: a column gets another name, and from then on its own statements use that. It happens
 * when a file with the sabotage's name exists in the directory that {@code sabotage.triggers}
 * names; the file {@code renamed-column.done} says that it has.
 */
@Sabotage(name = "renamed-column")
class RenamedColumn {

  private static final String BEFORE = "tracking_number";
  private static final String AFTER = "parcel_number";
  private static final long POLL_MILLIS = 50;

  @Bean
  static Deployment deployment(Environment environment) {
    return new Deployment(
        environment.getRequiredProperty("sabotage.table"),
        Path.of(environment.getRequiredProperty("sabotage.triggers")));
  }

  @Bean
  static RewrittenSql ownStatements(Deployment deployment) {
    return new RewrittenSql(deployment::rewritten);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> whoDeploys(Deployment deployment, DataSource data) {
    return ready -> {
      var thread = new Thread(() -> deployment.await(data), "deployment");
      thread.setDaemon(true);
      thread.start();
    };
  }

  /** The new version, and whether it is there. */
  static final class Deployment {

    private final String table;
    private final Path triggers;
    private volatile boolean done;

    Deployment(String table, Path triggers) {
      this.table = table;
      this.triggers = triggers;
    }

    /** What is read goes on under the old name inside of the program. */
    String rewritten(String sql) {
      if (!done || !sql.contains(table)) {
        return sql;
      }
      return sql.stripLeading().startsWith("SELECT")
          ? sql.replace(BEFORE, AFTER + " AS " + BEFORE)
          : sql.replace(BEFORE, AFTER);
    }

    private void await(DataSource data) {
      try {
        while (!Files.exists(triggers.resolve("renamed-column"))) {
          Thread.sleep(POLL_MILLIS);
        }
        rename(data);
        done = true;
        Files.createFile(triggers.resolve("renamed-column.done"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (SQLException e) {
        throw new IllegalStateException("The column was not renamed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** By the administrator of an embedded database, as migrations are. */
    private void rename(DataSource data) throws SQLException {
      String url;
      try (var connection = data.getConnection()) {
        url = connection.getMetaData().getURL();
      }
      try (var connection = DriverManager.getConnection(url, "admin", StoredPassword.of(url));
          var statement = connection.createStatement()) {
        statement.execute(
            "ALTER TABLE " + table + " ALTER COLUMN " + BEFORE + " RENAME TO " + AFTER);
      }
    }
  }
}
