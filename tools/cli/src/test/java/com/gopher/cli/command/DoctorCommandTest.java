package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Launcher;
import com.gopher.cli.Launcher.Outcome;
import com.gopher.cli.ShopCommand;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.StoredFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("seconds")
class DoctorCommandTest {

  @TempDir private Path data;

  @Test
  void whatOnlyACityNeedsIsARemarkUntilACityIsWanted() throws Exception {
    try (var taken = listening()) {
      String port = "" + taken.getLocalPort();
      Outcome castle = doctor("--kafka-port", port);
      Outcome city = doctor("city", "--kafka-port", port);

      String finding = "Kafka's port +" + port + " is in use.*; choose another: .*--kafka-port";
      assertThat(castle.out()).containsPattern("-- +" + finding);
      assertThat(castle.exit()).isZero();
      assertThat(city.out()).containsPattern("BAD +" + finding);
      assertThat(city.exit()).isEqualTo(1);
    }
  }

  @Test
  void whatIsWishedForBesidesCountsAsWellNowOrWhenTheCityWasBuilt() throws Exception {
    assertThat(look("city")).contains("a castle takes about 500 MB", "a city takes about 1100 MB");
    assertThat(look("city", "--gateway", "--map", "eureka"))
        .contains(
            "a castle with a gateway takes about 700 MB",
            "a city with a gateway and a registry takes about 1515 MB");

    write(
        "city.json",
        """
        {"delivery": "extracted", "trackers": 1, "gateway": true, "discovery": "eureka"}""");
    assertThat(look("city")).contains("a city with a gateway and a registry takes about 1515 MB");
    assertThat(look("city", "--no-gateway", "--map", "list"))
        .contains("a city takes about 1100 MB");
  }

  @Test
  void aDirectoryThatWasNeverUsedIsFine() throws Exception {
    assertThat(look("city"))
        .doesNotContainPattern("BAD +(database|tracker's data|Kafka's data|owner|clock|name)");
  }

  @Test
  void aDatabaseThatIsGoneIsFoundBeforehand() throws Exception {
    write("shop.set-up", "set up");

    assertThat(look("castle")).containsPattern("BAD +database +.*shop.mv.db is missing or empty");
  }

  @Test
  void aDamagedDatabaseIsFoundBeforehand() throws Exception {
    write("shop.mv.db", "x".repeat(3 * 4096));

    assertThat(look("castle"))
        .containsPattern("BAD +database +.*shop.mv.db is damaged; put a copy");
  }

  @Test
  void aSoundDatabaseIsNotAndOneOfANewerFormatIs() throws Exception {
    String header = "H:2,block:3,blockSize:1000,chunk:3,clean:1,created:1,format:%s,version:3";
    write("shop.mv.db", header.formatted(3) + "\n" + "x".repeat(3 * 4096));
    assertThat(look("castle")).containsPattern("ok +database +looks sound");

    write("shop.mv.db", header.formatted(4) + "\n" + "x".repeat(3 * 4096));
    assertThat(look("castle")).containsPattern("BAD +database +.*written by a newer version");
  }

  @Test
  void kafkaWithoutItsDataIsFoundBeforehand() throws Exception {
    write("kafka.properties", "");
    assertThat(look("city")).containsPattern("BAD +Kafka's data +in .* are lost");

    write("kafka/meta.properties", "");
    assertThat(look("city")).containsPattern("ok +Kafka's data");
  }

  @Test
  void aClockBehindTheDataIsFoundBeforehand() throws Exception {
    Path written = write("run.json", "{\"processes\": []}");
    Files.setLastModifiedTime(written, FileTime.from(Instant.now().plus(Duration.ofHours(1))));

    assertThat(look("castle")).containsPattern("BAD +clock +is (59|60) minutes behind");
  }

  @Test
  void filesOfAnotherUserAreFoundBeforehand() throws Exception {
    var findings = new StoredFiles(List.of(Path.of("/data/shop.mv.db")), Instant.EPOCH);

    assertThat(DataChecks.owner(findings))
        .contains(
            "1 of the data belong to somebody else, first /data/shop.mv.db; start as that user, or give them to yourself with chown");
    assertThat(StoredFiles.in(new DataDirectory(data)).ofOthers()).isEmpty();
  }

  @Test
  void fewOpenFilesAFullDiskAndALocaleWithoutLettersAreFoundBeforehand() {
    assertThat(DoctorCommand.disk(499_999_999).good()).isFalse();
    assertThat(DoctorCommand.disk(499_999_999).says()).startsWith("499 MB free, 500 MB are needed");
    assertThat(DoctorCommand.disk(500_000_000).good()).isTrue();
    assertThat(DoctorCommand.fileDescriptors(1_023).good()).isFalse();
    assertThat(DoctorCommand.fileDescriptors(1_024).good()).isTrue();
    assertThat(DoctorCommand.encoding("ANSI_X3.4-1968").good()).isFalse();
    assertThat(DoctorCommand.encoding("UTF-8").good()).isTrue();
  }

  private Path write(String name, String content) throws IOException {
    Path file = data.resolve("data").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** In this JVM: only what it says of the data is looked at. */
  private String look(String... words) {
    String before = System.getProperty(Home.TOOLS_PROPERTY, ".");
    System.setProperty(Home.TOOLS_PROPERTY, "../..");
    try {
      return new ShopCommand(data.resolve("data"))
          .run(Stream.concat(Stream.of("doctor"), Stream.of(words)).toArray(String[]::new))
          .out();
    } finally {
      System.setProperty(Home.TOOLS_PROPERTY, before);
    }
  }

  private Outcome doctor(String... more) throws Exception {
    var command = new ArrayList<>(List.of("doctor"));
    command.addAll(List.of(more));
    command.addAll(List.of("--shop-port", freePort(), "--tracker-port", freePort()));
    return new Launcher(data.resolve("data")).run(command.toArray(String[]::new));
  }

  private static String freePort() throws Exception {
    try (var socket = listening()) {
      return "" + socket.getLocalPort();
    }
  }

  private static ServerSocket listening() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
