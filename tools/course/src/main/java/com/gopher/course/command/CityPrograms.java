package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What only the city needs: Kafka, the tracker, and what strikes them. Nobody waits for it in the
 * castle; it is built when the first checkpoint begins that needs it.
 */
final class CityPrograms {

  private static final List<String> PRODUCTS =
      List.of(
          "extracted-tracker/target/gotracker.jar",
          "tools/broker/target/lib",
          "tools/sabotage/target/sabotage.jar");

  private final Path clone;
  private final Console console;

  CityPrograms(Place place, Console console) {
    this.clone = place.home().root();
    this.console = console;
  }

  /**
   * Has them built, unless they are there or the checkpoint does without.
   *
   * @throws CouldNotRun if that fails; call it before anything is changed
   */
  void ensureFor(Checkpoint checkpoint) throws InterruptedException {
    if (!checkpoint.needsCity() || areBuilt()) {
      return;
    }
    console.narrate("Checkpoint %s is in the city.".formatted(checkpoint.slug()));
    if (build() != 0 || !areBuilt()) {
      throw new CouldNotRun(
          "Checkpoint %s needs the city, and that was not built: the reason is above. Nothing was changed. With a network, run the same command again."
              .formatted(checkpoint.slug()));
    }
  }

  private boolean areBuilt() {
    return PRODUCTS.stream().allMatch(product -> Files.exists(clone.resolve(product)));
  }

  /** The script knows how; it leaves alone what this program runs on. */
  private int build() throws InterruptedException {
    List<String> command =
        File.separatorChar == '\\'
            ? List.of("cmd", "/c", clone.resolve("shop.cmd").toString())
            : List.of(clone.resolve("shop").toString());
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT);
    builder.environment().put("SHOP_BUILD_ONLY", "city");
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
