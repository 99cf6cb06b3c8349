package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstaclesTest {

  @TempDir private Path directory;

  @Test
  void twoOptionsThatAskForTheSamePortAreRefusedByName() {
    assertThatThrownBy(
            () ->
                obstacles()
                    .refuseOnePortForTwo(
                        List.of(
                            process(new Port("shop", 9_000, "--shop-port")),
                            process(new Port("kafka", 9_000, "--kafka-port")))))
        .isInstanceOf(CouldNotRun.class)
        .hasMessage(
            "Port 9000 is asked for twice, by --shop-port and by --kafka-port. Nothing was started. Choose another for one of them.");
  }

  @Test
  void differentPortsAreInNobodysWay() {
    assertThatCode(
            () ->
                obstacles()
                    .refuseOnePortForTwo(
                        List.of(
                            process(new Port("shop", 9_000, "--shop-port")),
                            process(new Port("kafka", 9_001, "--kafka-port")))))
        .doesNotThrowAnyException();
  }

  private Obstacles obstacles() {
    return new Obstacles(new DataDirectory(directory));
  }

  private static ProcessSpec process(Port port) {
    return ProcessSpec.of(
        port.purpose(),
        List.of("true"),
        Map.of(),
        URI.create("http://127.0.0.1:" + port.number()),
        null,
        List.of(port),
        null);
  }
}
