package com.gophershop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Gives each shop under test a database of its own: a file below {@code target}, as the shop has it
 * unless something else is asked for, or with {@code -Dshop.test.database=postgres} a real
 * PostgreSQL.
 */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Says on which database the shop's tests run. */
  static final String WHICH = "shop.test.database";

  static final String POSTGRES = "postgres";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // The management server's context is a child of the shop's and has no data of its own.
    if (context.getParent() != null) {
      return;
    }
    try {
      if (POSTGRES.equals(System.getProperty(WHICH))) {
        startPostgres(context);
      } else {
        makeDirectory(context);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The database of a test cannot be made", e);
    }
  }

  private static void makeDirectory(ConfigurableApplicationContext context) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "test-data"));
    Path directory = Files.createTempDirectory(target, "shop").toAbsolutePath();
    TestPropertyValues.of(
            "shop.data-dir=" + directory,
            "administrator.url=jdbc:h2:file:" + directory.resolve("shop"),
            "administrator.username=admin",
            "administrator.password-file=" + directory.resolve("database-password"))
        .applyTo(context);
  }

  private static void startPostgres(ConfigurableApplicationContext context) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    context.addApplicationListener(
        event -> {
          if (event instanceof ContextClosedEvent closed
              && closed.getApplicationContext() == context) {
            close(postgres);
          }
        });
    String url = postgres.getJdbcUrl("postgres", "postgres");
    TestPropertyValues.of(
            "spring.datasource.url=" + url,
            "spring.datasource.username=postgres",
            "spring.datasource.password=postgres",
            "administrator.url=" + url,
            "administrator.username=postgres",
            "administrator.password=postgres")
        .applyTo(context);
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be stopped", e);
    }
  }
}
