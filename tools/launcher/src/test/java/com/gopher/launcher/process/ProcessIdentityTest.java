package com.gopher.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("seconds")
class ProcessIdentityTest {

  @Test
  void aLivingProcessIsRecognisedByPidAndStart() {
    long pid = ProcessHandle.current().pid();
    String identity = ProcessIdentity.of(pid).orElseThrow();

    assertThat(ProcessIdentity.isAlive(pid, identity)).isTrue();
    assertThat(ProcessIdentity.isAlive(pid, identity + "0")).isFalse();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only POSIX keeps dead processes as zombies")
  void aZombieIsDead() throws Exception {
    // The shell becomes a sleep that never asks after the child it was given.
    Process parent =
        new ProcessBuilder("sh", "-c", "sleep 3 & echo $!; exec sleep 60 >/dev/null").start();
    try (var out = new BufferedReader(new InputStreamReader(parent.getInputStream()))) {
      long child = Long.parseLong(out.readLine());
      String identity = ProcessIdentity.of(child).orElseThrow();

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(ProcessIdentity.isAlive(child, identity)).isFalse());
      assertThat(ProcessHandle.of(child))
          .as("the pid is still there: only its state tells")
          .isPresent();
    } finally {
      parent.destroyForcibly();
    }
  }
}
