package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class H2RefusalsTest extends DatabaseRefusals {

  @TempDir static Path dataDir;

  @DynamicPropertySource
  static void inAFileOfItsOwn(DynamicPropertyRegistry registry) {
    registry.add("shop.data-dir", () -> dataDir);
  }

  @Test
  void aDatabaseThatWouldLoseAcknowledgedCommitsIsNotUsed() throws Exception {
    try (var lossy = DriverManager.getConnection("jdbc:h2:mem:lossy;WRITE_DELAY=500")) {
      assertThatThrownBy(() -> new H2Database("jdbc:h2:mem:lossy", "", "").assertDurable(lossy))
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageContaining("WRITE_DELAY is 500, not 0");
    }
  }

  @Test
  @Tag("seconds")
  void aFileThatAnotherProcessHasOpenIsNamedInOneSentence() throws Exception {
    Path directory = dataDir.resolve("locked");
    String url = "jdbc:h2:file:" + directory.resolve("shop");
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                Path.of(
                        org.h2.Driver.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                "org.h2.tools.Shell",
                "-url",
                url,
                "-user",
                "admin")
            .redirectErrorStream(true)
            .start();
    try {
      // The shell prompts for the password, then opens the file; its greeting says it is open.
      process.getOutputStream().write("\n".getBytes());
      process.getOutputStream().flush();
      var output = process.inputReader();
      while (!output.readLine().contains("Commands")) {}

      assertThatThrownBy(() -> new H2Database(url, "admin", "").openAsAdministrator())
          .isInstanceOf(UnusableDatabaseException.class)
          .hasMessageContaining("is in use by another process");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
