package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher against real processes of the shipped jar. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("seconds")
class LauncherTest extends OnFreshData {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void whatIsMissingIsStartedAndWhatRunsIsLeft() throws Exception {
    Outcome up = launcher.run("up", "castle", "--detach", "--shop-port", "0");
    assertThat(up.exit()).as(up.err()).isZero();
    RunningProcess first = launcher.shop();
    assertThat(first.isAlive()).isTrue();
    assertThat(up.out()).contains(first.url().toString());
    assertThat(Files.readString(temporary.resolve("data/run.json")))
        .contains("\"name\"", "\"pid\"", "\"url\"", "\"managementUrl\"", "\"log\"");
    assertThat(launcher.openToOthers()).isEmpty();

    Outcome journey = launcher.run("journey", "--patience", "60");
    assertThat(journey.exit()).as(journey.out()).isZero();
    assertThat(journey.out()).contains("The order says DELIVERED.", "Its invoice is credited.");
    // What an early cancellation overtook may be tried once more, which the journey does not await.
    await()
        .atMost(PATIENCE)
        .until(() -> launcher.run("publications", "list").err().contains("No event waits"));
    assertThat(launcher.run("publications", "retry").out()).contains("Retried: 0");

    upAgain();
    assertThat(launcher.shop().pid()).as("what runs is left").isEqualTo(first.pid());

    Outcome elsewhere = launcher.run("up", "castle", "--shop-port", "1");
    assertThat(elsewhere.exit()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("already runs at " + first.url());
    assertThat(first.isAlive()).as("a refusal changes nothing").isTrue();

    launcher.signal("KILL", first.pid());
    await().atMost(PATIENCE).until(() -> !first.isAlive());
    Outcome status = launcher.run("status");
    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).contains("dead");

    upAgain();
    RunningProcess second = launcher.shop();
    assertThat(second.pid()).isNotEqualTo(first.pid());
    assertThat(second.url()).as("ports are kept").isEqualTo(first.url());
    assertThat(second.managementUrl()).isEqualTo(first.managementUrl());

    launcher.signal("STOP", second.pid());
    assertThat(launcher.run("status").out()).contains("does not answer");
    upAgain();
    assertThat(second.isAlive()).as("what does not answer is replaced").isFalse();
    assertThat(launcher.run("status").exit()).isZero();

    RunningProcess third = launcher.shop();
    assertThat(launcher.run("down").exit()).isZero();
    assertThat(third.isAlive()).isFalse();
    assertThat(launcher.data().running()).isEmpty();
  }

  private void upAgain() throws Exception {
    Outcome up = launcher.run("up", "castle", "--detach");
    assertThat(up.exit()).as(up.err()).isZero();
  }

  @Test
  void inTheForegroundAKilledShopComesBackAndAnInterruptEndsEverything() throws Exception {
    Path output = temporary.resolve("up.txt");
    Process up = launcher.start(output, "up", "castle", "--shop-port", "0");
    await().atMost(PATIENCE).until(() -> Files.readString(output).contains("Ctrl-C ends it"));
    RunningProcess first = launcher.shop();

    launcher.signal("KILL", first.pid());
    await().atMost(PATIENCE).until(() -> Files.readString(output).contains("is back"));
    RunningProcess second = launcher.shop();
    assertThat(second.isAlive()).isTrue();
    assertThat(second.pid()).isNotEqualTo(first.pid());

    launcher.signal("KILL", up.pid());
    Path adopted = temporary.resolve("up-again.txt");
    Process heir = launcher.start(adopted, "up", "castle");
    await().atMost(PATIENCE).until(() -> Files.readString(adopted).contains("Ctrl-C ends it"));
    assertThat(launcher.shop().pid())
        .as("a killed launcher leaves no orphan")
        .isEqualTo(second.pid());

    launcher.signal("INT", heir.pid());
    assertThat(heir.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(second.isAlive()).as("nothing is left running").isFalse();
    assertThat(launcher.data().running()).isEmpty();
  }

  @Test
  void aDatabaseThatIsGoneOrDamagedIsRefusedInASentenceAndACopyIsTakenBack() throws Exception {
    Outcome up = launcher.run("up", "castle", "--detach", "--shop-port", "0");
    assertThat(up.exit()).as(up.err()).isZero();
    launcher.run("down");
    Path database = temporary.resolve("data/shop.mv.db");
    byte[] copy = Files.readAllBytes(database);

    Files.delete(database);
    assertRefused("is missing");
    assertThat(database).doesNotExist();
    Files.write(database, new byte[0]);
    assertRefused("is empty");
    Files.write(database, Arrays.copyOf(copy, 100));
    assertRefused("is damaged");

    Files.write(database, copy);
    upAgain();
  }

  private void assertRefused(String how) throws Exception {
    Outcome up = launcher.run("up", "castle", "--detach");
    assertThat(up.exit()).isEqualTo(2);
    assertThat(up.err())
        .contains(how, "Put a copy of it back", "shop.set-up")
        .doesNotContain("Exception");
    assertThat(launcher.data().running()).isEmpty();
  }

  @Test
  void aTakenPortIsNamedAndNothingIsStarted() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome up =
          launcher.run("up", "castle", "--detach", "--shop-port", "" + taken.getLocalPort());
      assertThat(up.exit()).isEqualTo(2);
      assertThat(up.err())
          .contains(
              "Port " + taken.getLocalPort() + " is in use",
              "pid " + ProcessHandle.current().pid(),
              "--shop-port")
          .doesNotContain("Exception");
      assertThat(launcher.data().running()).isEmpty();
    }
  }

  /**
   * Only the jar, an empty directory, and {@code java -jar}; then the launcher comes to its data.
   */
  @Test
  void theCastleIsOneFileAndItsDataDirectoryIsNotTakenFromIt() throws Exception {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    Files.copy(Launcher.JAR, empty.resolve("gopher-shop.jar"));
    int port = com.gopher.launcher.process.Ports.free();
    var builder =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                Launcher.NOBODY_KEPT_OUT,
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                "gopher-shop.jar")
            .directory(empty.toFile())
            .redirectErrorStream(true)
            .redirectOutput(empty.resolve("out.log").toFile());
    builder.environment().putAll(Launcher.FAST_SHIPPING);
    builder.environment().put("SERVER_PORT", "" + port);
    builder
        .environment()
        .put("MANAGEMENT_SERVER_PORT", "" + com.gopher.launcher.process.Ports.free());
    Process castle = builder.start();
    try {
      await().atMost(PATIENCE).until(() -> !castle.isAlive() || isAnswered(port));
      var itsData = new Launcher(empty.resolve(".shop"));
      Outcome journey =
          itsData.run("journey", "--shop", URI.create("http://127.0.0.1:" + port).toString());
      assertThat(journey.exit()).as(journey.out()).isZero();
      assertThat(itsData.openToOthers()).isEmpty();

      Outcome up = itsData.run("up", "castle", "--detach", "--shop-port", "0");
      assertThat(up.exit()).isEqualTo(2);
      assertThat(up.err()).contains("locked", "pid " + castle.pid()).doesNotContain("Exception");
      assertThat(castle.isAlive()).isTrue();
    } finally {
      castle.destroyForcibly().waitFor();
    }
  }

  @Test
  void aPidThatNowBelongsToAnotherProcessIsNeverTouched() throws Exception {
    long pid = ProcessHandle.current().pid();
    Files.createDirectories(temporary.resolve("data"));
    Files.writeString(
        temporary.resolve("data/run.json"),
        """
        {"processes":[{"name":"shop","pid":%d,"url":"http://127.0.0.1:1","managementUrl":"http://127.0.0.1:2",
        "log":"shop.log","startedAt":"2026-01-01T00:00:00Z","identity":"another","wasReady":true}]}
        """
            .formatted(pid));
    assertThat(launcher.run("status").out()).contains("dead");
    assertThat(launcher.run("down").out()).contains("Nothing ran");
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void aListWithoutIdentitiesIsReadAndItsProcessesCountAsDead() throws Exception {
    Files.createDirectories(temporary.resolve("data"));
    Files.writeString(
        temporary.resolve("data/run.json"),
        """
        {"processes":[{"name":"shop","pid":%d,"url":"http://127.0.0.1:1","managementUrl":"http://127.0.0.1:2","log":"l"}]}
        """
            .formatted(ProcessHandle.current().pid()));

    Outcome status = launcher.run("status");

    assertThat(status.exit()).isEqualTo(1);
    assertThat(status.out()).contains("dead");
  }

  @Test
  void aJourneyToNowhereCouldNotRun() throws Exception {
    Outcome journey = launcher.run("journey", "--shop", "http://127.0.0.1:1");

    assertThat(journey.exit()).isEqualTo(2);
    assertThat(journey.err()).contains("does not answer", "./shop status").doesNotContain("\tat ");
  }

  @Test
  void aShopThatNeverGetsReadyIsGivenUpAndLeftNowhere() throws Exception {
    Outcome up =
        launcher.run("up", "castle", "--detach", "--shop-port", "0", "--ready-within", "0");
    assertThat(up.exit()).isEqualTo(2);
    assertThat(up.err()).contains("was not ready after 0 s").doesNotContain("Exception");
    assertThat(launcher.data().running()).isEmpty();
  }

  /** Only calls: whoever tries to bind the port may be in the way of its owner. */
  private static boolean isAnswered(int port) {
    try (var caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return caller.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
