package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Whoever does not own the data directory knows no password of its database. */
@Tag("seconds")
class AdministratorPasswordTest {

  private static final SchemaOwner THINGS =
      new SchemaOwner(
          "things", "things", "things_owner", "things_app", List.of("classpath:db/test/things"));
  private static final String SEED = "seed";

  @TempDir private Path parent;
  private Path dataDir;

  @BeforeEach
  void choose() {
    dataDir = parent.resolve("data");
  }

  @EnableModuleLogins
  private static final class Logins {}

  @Test
  void itIsRandomAndKeptInAFile() throws IOException {
    start();
    String first = secret();
    start();

    assertThat(secret()).isEqualTo(first);
    assertOpens("admin", first);
    assertOpens("things_app", new LoginPasswords(SEED, first).of("things_app"));
    assertRefuses("admin", "");
    assertRefuses("things_app", new LoginPasswords(SEED, "").of("things_app"));

    dataDir = parent.resolve("other");
    start();
    assertThat(secret()).isNotEqualTo(first);
  }

  @Test
  void aDirectoryFromBeforeGetsOne() throws Exception {
    makeAsBefore();

    start();

    assertOpens("admin", secret());
    assertOpens("things_app", new LoginPasswords(SEED, secret()).of("things_app"));
    assertRefuses("admin", "");
    assertRefuses("things_app", new LoginPasswords(SEED, "").of("things_app"));
  }

  /** A module that is gone left its logins behind. */
  @Test
  void loginsThatNobodyUsesAreLockedToo() throws Exception {
    makeAsBefore();
    assertOpens("gone_app", "everybody knows");

    start();

    assertRefuses("gone_app", "everybody knows");
  }

  @Test
  void anEarlierCopyThatIsPutBackGetsThePresentOne() throws Exception {
    makeAsBefore();
    byte[] copy = Files.readAllBytes(file());
    start();
    String password = secret();
    Files.write(file(), copy);
    assertOpens("admin", "");

    start();

    assertThat(secret()).isEqualTo(password);
    assertRefuses("admin", "");
  }

  @Test
  void withoutItsFileTheDatabaseIsRefusedAndNoneIsMade() throws IOException {
    start();
    String copy = secret();
    Files.delete(password());

    assertThat(refusal())
        .hasMessageContaining(file().toString())
        .hasMessageContaining("database-password with its password is missing")
        .extracting(UnusableDatabaseException::action)
        .asString()
        .contains("Put a copy of that file back", "Nothing was changed");
    assertThat(password()).doesNotExist();

    Files.writeString(password(), copy);
    start();
  }

  @Test
  void thePasswordOfAnotherDatabaseIsRefused() throws IOException {
    start();
    Files.writeString(password(), "0".repeat(64));

    assertThat(refusal())
        .hasMessageContaining("does not open with the password")
        .extracting(UnusableDatabaseException::action)
        .asString()
        .contains(password().toString(), "same copy", "Nothing was changed");
  }

  @Test
  void oneThatASettingSaysIsTakenAndNoneIsMade() {
    application()
        .withPropertyValues(
            "spring.datasource.url=jdbc:h2:file:" + dataDir.resolve("program"),
            "spring.datasource.password=mine")
        .run(context -> assertThat(context).hasNotFailed());

    assertOpens("admin", "mine");
    assertThat(password()).doesNotExist();
  }

  @Test
  void aServerWithoutOneIsRefusedBecauseTheLoginsGetTheirsFromIt() {
    application()
        .withPropertyValues("spring.datasource.url=jdbc:h2:mem:nobody")
        .run(context -> assertThat(refusal(context)).hasMessageContaining("has no password here"));
  }

  private void makeAsBefore() throws Exception {
    Files.createDirectories(dataDir);
    String url = "jdbc:h2:file:" + dataDir.resolve("program");
    var database = new Database(new H2(), url, "admin", "", "program");
    try (Connection admin = database.openAsAdministrator();
        var statement = admin.createStatement()) {
      new SchemaSetup(database, new Schemas(THINGS, List.of(), Map.of()))
          .byTheOwners(new LoginPasswords(SEED, ""));
      statement.execute("CREATE USER gone_app PASSWORD 'everybody knows'");
    }
    assertOpens("admin", "");
    assertOpens("things_app", new LoginPasswords(SEED, "").of("things_app"));
  }

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withUserConfiguration(Logins.class)
        .withBean(Schemas.class, () -> Schemas.of(THINGS))
        .withBean(
            DatabaseSettings.class,
            () -> new DatabaseSettings("program", dataDir, 4, Duration.ofSeconds(5), SEED));
  }

  private void start() {
    application().run(context -> assertThat(context).hasNotFailed());
  }

  private UnusableDatabaseException refusal() {
    UnusableDatabaseException[] refusal = new UnusableDatabaseException[1];
    application().run(context -> refusal[0] = refusal(context));
    return refusal[0];
  }

  private static UnusableDatabaseException refusal(AssertableApplicationContext context) {
    Throwable cause = context.getStartupFailure();
    while (cause != null && !(cause instanceof UnusableDatabaseException)) {
      cause = cause.getCause();
    }
    return (UnusableDatabaseException) cause;
  }

  private void assertOpens(String login, String password) {
    assertThatCode(() -> open(login, password)).doesNotThrowAnyException();
  }

  private void assertRefuses(String login, String password) {
    assertThatThrownBy(() -> open(login, password))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Wrong user name or password");
  }

  private void open(String login, String password) throws SQLException {
    DriverManager.getConnection(
            "jdbc:h2:file:" + dataDir.resolve("program") + ";IFEXISTS=TRUE", login, password)
        .close();
  }

  private String secret() throws IOException {
    return Files.readString(password());
  }

  private Path password() {
    return dataDir.resolve("database-password");
  }

  private Path file() {
    return dataDir.resolve("program.mv.db");
  }
}
