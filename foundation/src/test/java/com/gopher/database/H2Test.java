package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes an H2 database unusable, and what is said of it. */
class H2Test {

  @Test
  void aDatabaseThatWouldLoseAcknowledgedCommitsIsNotUsed() throws Exception {
    try (var lossy = DriverManager.getConnection("jdbc:h2:mem:lossy;WRITE_DELAY=500")) {
      assertThatThrownBy(() -> new H2().assertDurable(lossy))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageContaining("WRITE_DELAY is 500, not 0");
    }
  }

  @Test
  @Tag("seconds")
  void aFileThatAnotherProcessHasOpenIsNamedInOneSentence(@TempDir Path directory)
      throws Exception {
    Path locked = directory.resolve("locked");
    String url = "jdbc:h2:file:" + locked.resolve("shop");
    Process process = H2Shell.start(url);
    try {
      // The shell prompts for the password, then opens the file; its greeting says it is open.
      process.getOutputStream().write("\n".getBytes());
      process.getOutputStream().flush();
      var output = process.inputReader();
      while (!output.readLine().contains("Commands")) {}

      var database = Database.of(url, "admin", "", "program");
      SQLException refusal =
          catchThrowableOfType(SQLException.class, database::openAsAdministrator);

      assertThat(database.cannotOpen(refusal))
          .hasMessageContaining("is in use by another process")
          .extracting(UnusableDatabaseException::action)
          .asString()
          .contains("Stop the other program", "program.data-dir");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
