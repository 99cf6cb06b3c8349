package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
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

  /** How long a login of a module may wait for a lock, run a statement, and do nothing. */
  private static final Map<String, String> TIME_OUTS =
      Map.of(
          "lock_timeout", "10s",
          "statement_timeout", "30s",
          "idle_in_transaction_session_timeout", "10s");

  @Value("${spring.datasource.url}")
  String url;

  @DynamicPropertySource
  static void onARealServer(DynamicPropertyRegistry registry) throws Exception {
    // Ends with the JVM: the application context is closed later than any callback of this class.
    EmbeddedPostgres server = EmbeddedPostgres.start();
    tamperWithLogins(server);
    registry.add("spring.datasource.url", () -> url(server));
    registry.add("spring.datasource.username", () -> "postgres");
    registry.add("spring.datasource.password", () -> "postgres");
  }

  /** Before the shop starts, a login of each module has settings that undo those of the shop. */
  private static void tamperWithLogins(EmbeddedPostgres server) throws SQLException {
    try (Connection administrator = server.getPostgresDatabase().getConnection()) {
      for (ModuleTable module : ModuleTable.all()) {
        String login = module.schema() + "_app";
        execute(administrator, "CREATE ROLE " + login + " LOGIN PASSWORD 'x'");
        execute(administrator, "ALTER ROLE " + login + " SET search_path = 'elsewhere'");
        for (String setting : TIME_OUTS.keySet()) {
          execute(
              administrator,
              "ALTER ROLE %s IN DATABASE postgres SET %s = 0".formatted(login, setting));
        }
      }
      assertTamperedWith(server);
    }
  }

  /** The control: what was set is what such a login gets. */
  private static void assertTamperedWith(EmbeddedPostgres server) throws SQLException {
    String login = ModuleTable.all().get(0).schema() + "_app";
    try (Connection app =
        DriverManager.getConnection(server.getJdbcUrl(login, "postgres"), login, "x")) {
      assertThat(setting(app, "search_path")).isEqualTo("elsewhere");
      for (String setting : TIME_OUTS.keySet()) {
        assertThat(setting(app, setting)).isEqualTo("0");
      }
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SHOW " + name)) {
      answer.next();
      return answer.getString(1);
    }
  }

  /** Nobody holds a connection or a row for ever, whatever the role was set to before. */
  @ParameterizedTest
  @MethodSource("modules")
  void aModuleWaitsForNothingForEver(ModuleTable own) throws SQLException {
    try (Connection app = appOf(own)) {
      for (var timeOut : TIME_OUTS.entrySet()) {
        assertThat(setting(app, timeOut.getKey())).isEqualTo(timeOut.getValue());
      }
      assertThat(setting(app, "search_path")).isEqualTo("\"$user\", public");
    }
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
