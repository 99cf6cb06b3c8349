package com.gopher.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Launcher;
import com.gopher.cli.Launcher.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
