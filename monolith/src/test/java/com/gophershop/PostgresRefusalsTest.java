package com.gophershop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a real PostgreSQL server, with nothing changed but the URL. */
@DirtiesContext
@Tag("seconds")
class PostgresRefusalsTest extends DatabaseRefusals {

  @Value("${spring.datasource.url}")
  String url;

  @DynamicPropertySource
  static void onARealServer(DynamicPropertyRegistry registry) throws IOException {
    // Ends with the JVM: the application context is closed later than any callback of this class.
    EmbeddedPostgres server = EmbeddedPostgres.start();
    registry.add("spring.datasource.url", () -> url(server));
    registry.add("spring.datasource.username", () -> "postgres");
    registry.add("spring.datasource.password", () -> "postgres");
  }

  @Override
  String url() {
    return url;
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
  }

  @Override
  String administratorPassword() {
    return "postgres";
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("orderedPairsOfModules")
  void aModuleCannotUseTheSequencesOfAnother(ModuleTable own, ModuleTable other)
      throws SQLException {
    String sequence = other.schema() + ".numbers";
    try (Connection owner = ownerOf(other);
        Connection app = appOf(own)) {
      execute(owner, "CREATE SEQUENCE " + sequence);
      assertRefused(app, "SELECT nextval('%s')".formatted(sequence));
      execute(owner, "SELECT nextval('%s')".formatted(sequence));
      execute(owner, "DROP SEQUENCE " + sequence);
    }
  }

  /** What PostgreSQL lets every login do. */
  @ParameterizedTest
  @MethodSource("modules")
  void aModuleHasNoneOfTheRightsThatEverybodyHas(ModuleTable own) throws SQLException {
    try (Connection app = appOf(own)) {
      assertRefused(app, "CREATE TEMPORARY TABLE mine (x INT)");
      assertRefused(app, "SELECT lo_create(0)");
      assertRefused(app, "SELECT lo_from_bytea(0, 'x')");
    }
    assertThatThrownBy(() -> appOf(own, url.replace("/postgres", "/template1")).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
  }

  /** The control: a login that the shop has not made may do all of it elsewhere. */
  @Test
  void elsewhereEverybodyHasThem() throws Exception {
    try (EmbeddedPostgres untouched = EmbeddedPostgres.start();
        Connection administrator = untouched.getPostgresDatabase().getConnection()) {
      execute(administrator, "CREATE ROLE anybody LOGIN PASSWORD 'x'");
      DriverManager.getConnection(untouched.getJdbcUrl("anybody", "template1"), "anybody", "x")
          .close();
      try (Connection anybody =
          DriverManager.getConnection(
              untouched.getJdbcUrl("anybody", "postgres"), "anybody", "x")) {
        execute(anybody, "CREATE TEMPORARY TABLE mine (x INT)");
        execute(anybody, "SELECT lo_create(0)");
        execute(anybody, "SELECT lo_from_bytea(0, 'x')");
      }
    }
  }
}
