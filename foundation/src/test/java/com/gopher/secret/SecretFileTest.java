package com.gopher.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

  @TempDir private Path directory;

  @Test
  void itIsMadeOnceAndIsAnotherInEachPlace() throws IOException {
    SecretFile file = new SecretFile(directory.resolve("one"));

    String secret = file.readOrMake();

    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(file.readOrMake()).isEqualTo(secret);
    assertThat(new SecretFile(directory.resolve("other")).readOrMake()).isNotEqualTo(secret);
  }

  @Test
  void onlyItsOwnerMayReadIt() throws IOException {
    SecretFile file = new SecretFile(directory.resolve("secret"));
    file.readOrMake();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    Path usual = Files.createFile(directory.resolve("usual"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(usual)))
        .as("the control: without asking, others may read a file")
        .isNotEqualTo("rw-------");
  }

  @Test
  void whatIsNoSecretIsNotTakenForOne() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "letmein");

    assertThatThrownBy(() -> new SecretFile(file).readOrMake()).hasMessageContaining("secret");
    assertThat(file).hasContent("letmein");
  }
}
