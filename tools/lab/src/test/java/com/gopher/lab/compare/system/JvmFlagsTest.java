package com.gopher.lab.compare.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {

  @Test
  void aMeasuredProcessHasItsShareOfTheHeapAndTheCompilerOfEveryStart() {
    assertThat(
            JvmFlags.measured(
                List.of(
                    "java",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx1g",
                    "-Xmn16m",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=40",
                    "-jar",
                    "x.jar"),
                0.25,
                new Budget(List.of(0), List.of(1), 768)))
        .containsExactly(
            "java",
            "-Xms192m",
            "-Xmx192m",
            "-XX:ActiveProcessorCount=1",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            "x.jar");
  }
}
