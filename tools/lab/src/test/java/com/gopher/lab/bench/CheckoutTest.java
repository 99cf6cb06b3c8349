package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is named as another checkout is looked at before anything is started. */
class CheckoutTest {

  private static final List<String> BUILT =
      List.of(
          "tools/cli/target/shop.jar",
          "tools/cli/target/lib/lab.jar",
          "tools/broker/target/lib/kafka.jar",
          "monolith/target/gopher-shop.jar",
          "extracted-tracker/target/gotracker.jar");

  @TempDir private Path directory;

  @Test
  void aBuiltOneStartsWithItsOwnCommandLine() throws IOException {
    build();

    assertThat(Checkout.at(directory).command(List.of("up", "city")))
        .contains("-Dshop.home=" + directory, "-Dshop.application.home=" + directory)
        .endsWith(directory.resolve("tools/cli/target/shop.jar").toString(), "up", "city");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tools/cli/target/shop.jar",
        "tools/cli/target/lib/lab.jar",
        "tools/broker/target/lib/kafka.jar",
        "monolith/target/gopher-shop.jar",
        "extracted-tracker/target/gotracker.jar"
      })
  void oneThatIsNotBuiltIsRefusedWithWhatIsMissing(String missing) throws IOException {
    build();
    Path file = directory.resolve(missing);
    Files.delete(file);
    if (file.getParent().endsWith("lib")) {
      Files.delete(file.getParent());
    }

    assertThatThrownBy(() -> Checkout.at(directory))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContainingAll(
            missing.replaceFirst("/lib/.*", "/lib"),
            "is not built",
            "Nothing was measured",
            "mvn package");
  }

  @Test
  void anyOtherDirectoryIsRefused() {
    assertThatThrownBy(() -> Checkout.at(directory))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContainingAll("no checkout", "Nothing was measured", "git worktree add");
    assertThatThrownBy(() -> Checkout.at(directory.resolve("nowhere")))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContainingAll("no directory", "Nothing was measured", "--against DIR");
  }

  private void build() throws IOException {
    Files.writeString(directory.resolve("shop"), "#!/bin/sh");
    for (String file : BUILT) {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }
}
