package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.tools.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another user of the machine can do at the port of a database server. */
@Tag("seconds")
class DatabaseServerTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {"mem:mine", "mem:", "mine", "./mine", "./program", "../mine", "nio:./mine", ""})
  void nobodyGetsADatabaseOfHisOwn(String name) throws Exception {
    try (DatabaseServer server = DatabaseServer.start(directory, "program", 0)) {
      assertThatThrownBy(() -> runCode(url(server.port(), name))).isInstanceOf(SQLException.class);
    }
    assertThat(directory.resolve("mine.mv.db")).doesNotExist();
    assertThat(directory.resolveSibling("mine.mv.db")).doesNotExist();
  }

  /** The control: the server as it comes lets the same attack through. */
  @ParameterizedTest
  @ValueSource(strings = {"mem:mine", "./mine"})
  void theServerAsItComesLetsHimRunCode(String name) throws Exception {
    Server unprotected =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", directory.toString())
            .start();
    try {
      assertThat(runCode(url(unprotected.getPort(), name))).isEqualTo("ran");
    } finally {
      unprotected.stop();
    }
  }

  @Test
  void nobodyGetsIntoTheDatabaseWithoutItsPassword() throws Exception {
    try (DatabaseServer server = DatabaseServer.start(directory, "program", 0)) {
      assertThatThrownBy(() -> runCode(url(server.port(), "program")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Wrong user name or password");
      assertThat(runCode(url(server.port(), "program"), password())).isEqualTo("ran");
    }
  }

  @Test
  void aDatabaseFromBeforeIsSecuredBeforeAnybodyCanReachIt() throws Exception {
    DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("program"), "admin", "")
        .close();

    try (DatabaseServer server = DatabaseServer.start(directory, "program", 0)) {
      assertThatThrownBy(() -> runCode(url(server.port(), "program")))
          .hasMessageContaining("Wrong user name or password");
      DriverManager.getConnection(url(server.port(), "program"), "admin", password()).close();
    }
  }

  @Test
  void whatIsLostIsNotMadeAnew() throws Exception {
    DatabaseServer.start(directory, "program", 0).close();
    Files.delete(directory.resolve("database-password"));

    assertThatThrownBy(() -> DatabaseServer.start(directory, "program", 0))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void whatIsDamagedIsNotMadeAnewAndItsClientsAreNotLetIn() throws Exception {
    setUpAndDamage();
    file().markAsSetUp();

    assertThatThrownBy(() -> DatabaseServer.start(directory, "program", 0))
        .isInstanceOf(UnusableDatabaseException.class)
        .hasMessageContaining("is damaged");
  }

  /** The control: H2 alone begins anew and says nothing. */
  @Test
  void withoutTheMarkWhatIsDamagedIsReplacedInSilence() throws Exception {
    setUpAndDamage();

    try (DatabaseServer server = DatabaseServer.start(directory, "program", 0)) {
      assertThat(server.isOpen()).isTrue();
    }
  }

  private void setUpAndDamage() throws Exception {
    try (DatabaseServer server = DatabaseServer.start(directory, "program", 0);
        Connection administrator =
            DriverManager.getConnection(url(server.port(), "program"), "admin", password());
        var statement = administrator.createStatement()) {
      statement.execute("CREATE SCHEMA things");
    }
    Path path = file().path();
    byte[] bytes = Files.readAllBytes(path);
    Arrays.fill(bytes, 2 * 4096, bytes.length, (byte) 7);
    Files.write(path, bytes);
  }

  private DatabaseFile file() {
    return new DatabaseFile(directory.resolve("program.mv.db"));
  }

  private String password() throws IOException {
    return Files.readString(directory.resolve("database-password"));
  }

  private static String url(int port, String name) {
    return "jdbc:h2:tcp://127.0.0.1:" + port + "/" + name;
  }

  private static String runCode(String url) throws SQLException {
    return runCode(url, "");
  }

  /** As an administrator, the login that makes a database, whose password is known here. */
  private static String runCode(String url, String password) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "admin", password);
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE ALIAS run AS 'String run() { return System.getProperty(\"h2.ran\", \"ran\"); }'");
      try (var rows = statement.executeQuery("CALL run()")) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
