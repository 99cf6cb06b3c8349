package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema goes with its logins, its rows do not, and whoever is killed over it begins again. */
@Tag("seconds")
class SchemaRetirementTest {

  private static final String ADMINISTRATOR = "postgres";
  private static final String PASSWORD = "postgres";
  private static final LoginPasswords PASSWORDS = new LoginPasswords("test", PASSWORD);
  private static final SchemaOwner DELIVERY = SchemaOwner.named("delivery", "delivery");
  private static final SchemaOwner KEPT = SchemaOwner.named("kept", "kept");

  @Nested
  class OnH2 extends Contract {

    @Override
    String url() {
      return "jdbc:h2:file:" + directory.resolve("test");
    }
  }

  @Nested
  class OnPostgres extends Contract {

    private final EmbeddedPostgres server;

    OnPostgres() throws IOException {
      server = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
      server.close();
    }

    @Override
    String url() {
      return url("postgres");
    }

    private String url(String name) {
      return "jdbc:postgresql://127.0.0.1:%s/%s".formatted("" + server.getPort(), name);
    }

    @Test
    void aLoginThatAnotherDatabaseNeedsStaysAndIsNamed() throws Exception {
      makeSchemas();
      execute("CREATE DATABASE other");
      var other = Database.of(url("other"), ADMINISTRATOR, PASSWORD, "test");
      try (var connection = other.openAsAdministrator();
          var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE theirs (x INT)");
        statement.execute("GRANT SELECT ON theirs TO delivery_app");
      }

      assertThat(retirement().retire("delivery", "ada").loginsLeft())
          .containsExactly("delivery_app");
      assertThatThrownBy(
              () -> open("delivery_app").createStatement().execute("SELECT 1 FROM kept.journal"))
          .isInstanceOf(SQLException.class);
    }
  }

  abstract static class Contract {

    @TempDir Path directory;

    abstract String url();

    @Test
    void theRowsAreInAFileAndSchemaAndLoginsAreGone() throws Exception {
      makeSchemas();

      Retirement retired = retirement().retire("delivery", "ada");

      assertThat(retired.by()).isEqualTo("ada");
      assertThat(retired.finishedAt()).isNotNull();
      assertThat(retired.rows()).isEqualTo(3);
      assertThat(retired.loginsLeft()).isEmpty();
      assertThat(Files.readAllLines(Path.of("" + retired.file())))
          .hasSize(4)
          .anyMatch(it -> it.contains("\"GT-1\"") && it.contains("SHIPPED"))
          .anyMatch(
              it ->
                  it.contains("\"GT-2\"")
                      && it.toLowerCase(Locale.ROOT).contains("\"due_at\":null"))
          .anyMatch(it -> it.contains("a migration"))
          .last()
          .asString()
          .contains("\"tables\":2", "\"rows\":3");
      assertGone();
    }

    @Test
    void nobodyElseIsConcerned() throws Exception {
      makeSchemas();

      retirement().retire("delivery", "ada");

      try (var kept = open("kept_app");
          var statement = kept.createStatement()) {
        statement.execute("INSERT INTO kept.journal (x) VALUES (2)");
      }
    }

    @Test
    void doneAgainItTellsWhatWasDoneAndWritesNothing() throws Exception {
      makeSchemas();
      Retirement first = retirement().retire("delivery", "ada");

      assertThat(retirement().retire("delivery", "bob")).isEqualTo(first);

      assertThat(archives()).hasSize(1);
    }

    @Test
    void whoIsKilledInTheMiddleHasTheRowsAndGoesOn() throws Exception {
      int steps = database().type().retire(DELIVERY).size();
      for (int done = 0; done < steps; done++) {
        makeSchemas();
        int before = archives().size();
        SchemaRetirement killed = retirement(dyingAfter(done));
        assertThatThrownBy(() -> killed.retire("delivery", "ada"))
            .as("after %s steps", done)
            .isInstanceOf(UnusableDatabaseException.class);

        Retirement retired = retirement().retire("delivery", "bob");

        assertThat(retired.finishedAt()).isNotNull();
        assertGone();
        List<String> written = new ArrayList<>();
        for (Path archive : archives().subList(before, archives().size())) {
          written.addAll(Files.readAllLines(archive));
        }
        assertThat(written)
            .anyMatch(it -> it.contains("\"GT-1\""))
            .anyMatch(it -> it.contains("\"GT-2\""));
      }
    }

    @Test
    void nothingIsDroppedWhenTheFileCannotBeWritten() throws Exception {
      makeSchemas();
      Path noDirectory = Files.writeString(directory.resolve("file"), "");
      var retirement =
          new SchemaRetirement(database(), owning(KEPT), noDirectory, Clock.systemUTC());

      assertThatThrownBy(() -> retirement.retire("delivery", "ada"))
          .isInstanceOf(RefusedRetirementException.class)
          .hasMessageContaining("cannot be written")
          .hasMessageEndingWith("Nothing was dropped.");

      assertStillThere();
    }

    @Test
    void aSchemaOfThisBuildIsRefused() throws Exception {
      makeSchemas();
      var retirement =
          new SchemaRetirement(database(), owning(DELIVERY), directory, Clock.systemUTC());

      assertThatThrownBy(() -> retirement.retire("delivery", "ada"))
          .isInstanceOf(RefusedRetirementException.class)
          .hasMessageContaining("A module of this build owns the schema delivery");

      assertStillThere();
    }

    @Test
    void aSchemaThatAnotherProcessUsesIsRefused() throws Exception {
      makeSchemas();

      try (var other = open("delivery_app")) {
        assertThat(other.isValid(1)).isTrue();
        assertThatThrownBy(() -> retirement().retire("delivery", "ada"))
            .isInstanceOf(RefusedRetirementException.class)
            .hasMessageContaining("Another process is connected as delivery_app");
      }

      assertStillThere();
      assertThat(archives()).isEmpty();
    }

    @Test
    void whatWasNeverThereIsSaidSo() throws Exception {
      makeSchemas();

      assertThatThrownBy(() -> retirement().retire("deliveries", "ada"))
          .isInstanceOf(RefusedRetirementException.class)
          .hasMessageContaining("There is no schema deliveries");
    }

    void makeSchemas() throws SQLException {
      for (SchemaOwner schema : List.of(DELIVERY, KEPT)) {
        execute(database().type().provision(schema, PASSWORDS).toArray(String[]::new));
      }
      execute(
          "CREATE TABLE IF NOT EXISTS kept.journal (x INT)",
          "GRANT INSERT ON kept.journal TO kept_app",
          "CREATE TABLE delivery.shipment (number VARCHAR(8), status VARCHAR(16), due_at TIMESTAMP WITH TIME ZONE)",
          "CREATE TABLE delivery.\"flyway_schema_history\" (description VARCHAR(20))",
          "INSERT INTO delivery.shipment VALUES ('GT-1', 'SHIPPED', CURRENT_TIMESTAMP)",
          "INSERT INTO delivery.shipment VALUES ('GT-2', 'DELIVERED', NULL)",
          "INSERT INTO delivery.\"flyway_schema_history\" VALUES ('a migration')",
          "GRANT SELECT ON delivery.shipment TO delivery_app");
      execute(database().type().letAppend(DELIVERY, "kept", "journal").toArray(String[]::new));
    }

    void execute(String... statements) throws SQLException {
      try (var administrator = database().openAsAdministrator();
          var statement = administrator.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }

    Connection open(String login) throws SQLException {
      return database().open(login, PASSWORDS.of(login));
    }

    SchemaRetirement retirement() {
      return retirement(database());
    }

    private SchemaRetirement retirement(Database database) {
      // Each one later than the one before, as in life.
      Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(archives().size()));
      return new SchemaRetirement(database, owning(KEPT), directory, clock);
    }

    private static Schemas owning(SchemaOwner schema) {
      return new Schemas(null, List.of(), Map.of("com.example", schema));
    }

    private Database database() {
      return Database.of(url(), ADMINISTRATOR, PASSWORD, "test");
    }

    /** As if the process were killed when so many of the statements have run. */
    private Database dyingAfter(int statements) {
      Database whole = database();
      var type =
          (DatabaseType)
              Proxy.newProxyInstance(
                  DatabaseType.class.getClassLoader(),
                  new Class<?>[] {DatabaseType.class},
                  (proxy, method, arguments) -> {
                    Object answer = answer(whole.type(), method, arguments);
                    return method.getName().equals("retire")
                        ? Stream.concat(
                                ((List<?>) answer).stream().limit(statements),
                                Stream.of("KILLED HERE"))
                            .toList()
                        : answer;
                  });
      return new Database(type, whole.url(), ADMINISTRATOR, PASSWORD, "test");
    }

    private static Object answer(Object whole, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(whole, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private List<Path> archives() {
      try (var files = Files.list(directory)) {
        return files.filter(it -> it.toString().endsWith(".jsonl")).sorted().toList();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    private void assertGone() {
      for (String login : List.of("delivery_app", "delivery_owner")) {
        assertThatThrownBy(() -> open(login).close()).as(login).isInstanceOf(SQLException.class);
      }
      assertThatThrownBy(() -> execute("SELECT 1 FROM delivery.shipment"))
          .isInstanceOf(SQLException.class);
    }

    private void assertStillThere() throws SQLException {
      execute("SELECT 1 FROM delivery.shipment");
      open("delivery_app").close();
    }
  }
}
