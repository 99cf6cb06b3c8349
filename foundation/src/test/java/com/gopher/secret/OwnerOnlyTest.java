package com.gopher.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

  @TempDir private Path directory;

  @Test
  void aNewDirectoryIsClosedAndItsParentIsAsUsual() throws IOException {
    Path made = directory.resolve("parent/made");

    OwnerOnly.makeDirectory(made);

    assertThat(permissions(made)).isEqualTo("rwx------");
    assertThat(permissions(made.getParent()))
        .as("the control: without asking, others may enter a directory")
        .isNotEqualTo("rwx------");
  }

  @Test
  void oneThatIsThereIsClosed() throws IOException {
    Path open = with("rwxrwxr-x", Files.createDirectory(directory.resolve("open")));

    OwnerOnly.makeDirectory(open);

    assertThat(permissions(open)).isEqualTo("rwx------");
  }

  @Test
  void aDirectoryOfAllUsersIsNotTakenFromThem() throws IOException {
    Path shared = with("rwxrwxrwx", Files.createDirectory(directory.resolve("shared")));
    Files.setAttribute(shared, "unix:mode", 01777);

    assertThatThrownBy(() -> OwnerOnly.makeDirectory(shared)).hasMessageContaining("all users");
    assertThat(permissions(shared)).isEqualTo("rwxrwxrwx");
  }

  @Test
  void filesAreClosedByTheirNamesAndTheOthersAreLeftAlone() throws IOException {
    Path ours = with("rw-rw-r--", Files.createFile(directory.resolve("program.mv.db")));
    Path executable = with("rwxr-xr-x", Files.createFile(directory.resolve("program.sh")));
    Path foreign = with("rw-r--r--", Files.createFile(directory.resolve("letter.txt")));
    Files.createSymbolicLink(directory.resolve("program.link"), foreign);

    OwnerOnly.closeFiles(directory, "program.*");

    assertThat(permissions(ours)).isEqualTo("rw-------");
    assertThat(permissions(executable)).isEqualTo("rwx------");
    assertThat(permissions(foreign)).isEqualTo("rw-r--r--");
  }

  private static Path with(String permissions, Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
