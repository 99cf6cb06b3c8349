package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but its owner reads what is in a data directory. */
@Tag("seconds")
class OwnerOnlyTest {

  @TempDir private Path parent;

  @Test
  void whatAnEarlierStartLeftOpenIsClosed() throws IOException {
    Path root = with("rwxr-xr-x", Files.createDirectory(parent.resolve("data")));
    List<Path> ours =
        List.of(
            file("data/run.json"),
            file("data/shop.mv.db"),
            file("data/up.lock"),
            file("data/database-password"),
            file("data/management-token"),
            file("data/kafka.properties"),
            file("data/logs/shop.log.1"),
            file("data/tracker/tracker.mv.db"),
            file("data/kafka/shop.orders-0/00000.log"));
    Path foreign = file("data/letter.txt");

    new DataDirectory(root).create();

    assertThat(permissions(root)).isEqualTo("rwx------");
    assertThat(permissions(root.resolve("kafka/shop.orders-0"))).isEqualTo("rwx------");
    for (Path each : ours) {
      assertThat(permissions(each)).as(each.toString()).isEqualTo("rw-------");
    }
    assertThat(permissions(foreign)).isEqualTo("rw-r--r--");
  }

  @Test
  void whatTheLauncherWritesIsClosed() throws IOException {
    DataDirectory data = new DataDirectory(parent.resolve("data"));
    data.create();

    data.lock(() -> {}).close();
    data.remember("city", Map.of());

    for (String each : List.of("up.lock", "city.json")) {
      assertThat(permissions(data.root().resolve(each))).as(each).isEqualTo("rw-------");
    }
  }

  @Test
  void whatAProcessWritesIsClosedWhateverTheUmask() throws Exception {
    Path written = parent.resolve("written");
    List<String> command = List.of("/bin/sh", "-c", "mkdir $0; echo x > $0/file", "" + written);

    RunningProcess process =
        ProcessControl.start(
            ProcessSpec.of(
                "writer",
                command,
                Map.of(),
                URI.create("tcp://127.0.0.1:1"),
                null,
                List.of(),
                null),
            parent.resolve("logs/writer.log"));
    ProcessControl.awaitDeath(process, Duration.ofSeconds(20));

    assertThat(permissions(written)).isEqualTo("rwx------");
    assertThat(permissions(written.resolve("file"))).isEqualTo("rw-------");
    assertThat(permissions(parent.resolve("logs/writer.log"))).isEqualTo("rw-------");

    Path open = parent.resolve("open");
    assertThat(
            new ProcessBuilder("/bin/sh", "-c", "umask 022; mkdir $0; echo x > $0/file", "" + open)
                .start()
                .waitFor())
        .isZero();
    assertThat(permissions(open.resolve("file")))
        .as("the control: without asking, others may read a file")
        .isEqualTo("rw-r--r--");
  }

  @Test
  void aDirectoryOfAllUsersIsRefusedInASentence() throws IOException {
    Path shared = Files.createDirectory(parent.resolve("shared"));
    Files.setAttribute(shared, "unix:mode", 01777);

    assertThatThrownBy(() -> new DataDirectory(shared).create())
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("it belongs to all users of this machine")
        .hasMessageContaining("Nothing was started");
    assertThat(shared).isEmptyDirectory();
  }

  private Path file(String name) throws IOException {
    Path file = parent.resolve(name);
    Files.createDirectories(file.getParent());
    return with("rw-r--r--", Files.createFile(file));
  }

  private static Path with(String permissions, Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
