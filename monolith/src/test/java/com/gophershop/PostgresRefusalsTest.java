package com.gophershop;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
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
}
