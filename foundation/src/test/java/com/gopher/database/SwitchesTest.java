package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;

/** What one line of an application switches on, and that it is not there without it. */
class SwitchesTest {

  private static final SchemaOwner RED = migrated("red");
  private static final SchemaOwner BLUE = migrated("blue");
  private static final SchemaOwner COMMON = migrated("common");
  private static final Schemas SCHEMAS =
      new Schemas(COMMON, List.of("thing"), Map.of("app.red", RED, "app.blue", BLUE));

  @TempDir Path dataDir;

  private static SchemaOwner migrated(String name) {
    return new SchemaOwner(
        name, name, name + "_owner", name + "_app", List.of("classpath:db/test/things"));
  }

  @EnableSchemas
  private static final class OneLogin {}

  @EnableModuleLogins
  private static final class LoginsOnly {}

  @EnableSchemas
  @EnableModuleLogins
  private static final class LoginsOnTop {}

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withBean(Schemas.class, () -> SCHEMAS)
        .withBean(
            DatabaseSettings.class,
            () -> new DatabaseSettings("program", dataDir, 4, Duration.ofSeconds(5), "seed"));
  }

  @Test
  void withoutASwitchThereIsNoDatabase() {
    application()
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(DataSource.class);
              assertThat(dataDir).isEmptyDirectory();
            });
  }

  @Test
  void withSchemasAloneTheAdministratorHasThemAllAndThereIsNoOtherLogin() {
    application()
        .withUserConfiguration(OneLogin.class)
        .run(
            context -> {
              var jdbc = new JdbcTemplate(context.getBean(DataSource.class));
              for (SchemaOwner schema : SCHEMAS.all()) {
                jdbc.update("INSERT INTO %s.thing VALUES (1)".formatted(schema.schema()));
              }
              assertThat(logins(jdbc)).containsExactly("ADMIN");
              assertThat(context).doesNotHaveBean(ModuleLogins.class);
            });
  }

  @Test
  void withModuleLoginsEachModuleHasItsOwnRowsOnly() {
    for (Class<?> switches : List.of(LoginsOnly.class, LoginsOnTop.class)) {
      application()
          .withUserConfiguration(switches)
          .run(
              context -> {
                addThing(context, "app.red", "red");
                addThing(context, "app.red", "common");
                assertThatThrownBy(() -> addThing(context, "app.red", "blue"))
                    .isInstanceOf(AccessRefusedException.class)
                    .hasMessageStartingWith("Module 'red' (login red_app) was refused")
                    .hasMessageContaining("which module 'blue' owns");
                assertThatThrownBy(() -> addThing(context, "elsewhere", "red"))
                    .isInstanceOf(AccessRefusedException.class)
                    .hasMessageContaining("outside a module's transaction");
              });
    }
  }

  @Test
  void aDatabaseMadeWithoutModuleLoginsIsNotTakenOverByThem() {
    application()
        .withUserConfiguration(OneLogin.class)
        .run(context -> context.getBean(DataSource.class).getConnection().close());

    application()
        .withUserConfiguration(LoginsOnly.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(UnusableDatabaseException.class)
                    .hasMessageContaining("belongs to ADMIN"));
  }

  @Test
  void thePasswordsOfExistingDatabasesAreStillTheirs() {
    assertThat(new LoginPasswords("gopher-shop", "").of("orders_app"))
        .isEqualTo("90f9f89468dd73dc8202e8add532740e2469627fc8f194c6c52e8a40a5f29d47");
    assertThat(new LoginPasswords("gotracker", "").of("tracker_app"))
        .isEqualTo("18996af6b90231e8e55f633aaa6833b6afd70443e46053cd11adf9cabcd5be03");
  }

  private static void addThing(ApplicationContext context, String packageName, String schema) {
    var dataSource = context.getBean(DataSource.class);
    var jdbc = new JdbcTemplate(dataSource);
    jdbc.setExceptionTranslator(context.getBean(SQLExceptionTranslator.class));
    var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    transaction.setName(packageName + ".Things.add");
    transaction.executeWithoutResult(
        status -> jdbc.update("INSERT INTO %s.thing VALUES (1)".formatted(schema)));
  }

  private static List<String> logins(JdbcTemplate jdbc) {
    return jdbc.queryForList("SELECT user_name FROM information_schema.users", String.class);
  }
}
