package com.gopher.lab.bench;

import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clone of this repository that is built. Its own command line starts its programs, so that what
 * is measured has the flags, the broker and the settings of that state too.
 *
 * @param home of the command line
 * @param application of shop and tracker
 */
public record Checkout(Path home, Path application) {

  private static final Path COMMAND_LINE = Path.of("tools", "cli", "target", "shop.jar");

  /** What {@code ./shop up} needs of the build, each below the checkout. */
  private static final List<Path> BUILT =
      List.of(
          COMMAND_LINE,
          Path.of("tools", "cli", "target", "lib"),
          Path.of("tools", "broker", "target", "lib"));

  private static final List<Path> APPLICATIONS =
      List.of(
          Path.of("monolith", "target", "gopher-shop.jar"),
          Path.of("extracted-tracker", "target", "gotracker.jar"));

  /** The one that this program belongs to. */
  public static Checkout ours() {
    return new Checkout(Home.TOOLS.path(), Home.APPLICATION.path());
  }

  /**
   * Another one.
   *
   * @throws CouldNotRun if it is none, or is not built
   */
  public static Checkout at(Path directory) {
    Path home = directory.toAbsolutePath().normalize();
    if (!Files.isDirectory(home)) {
      throw new CouldNotRun(
          "There is no directory %s. Nothing was measured. Name another checkout of this project that is built: --against DIR"
              .formatted(directory));
    }
    if (!Files.exists(home.resolve("shop")) || !Files.exists(home.resolve("monolith"))) {
      throw new CouldNotRun(
          "%s is no checkout of this project. Nothing was measured. Make one of another state, for example: git worktree add DIR COMMIT"
              .formatted(directory));
    }
    var checkout = new Checkout(home, home);
    Path missing = checkout.missing();
    if (missing != null) {
      throw new CouldNotRun(
          "%s is not built: %s is missing. Nothing was measured. Build it there: mvn package -DskipTests"
              .formatted(directory, missing));
    }
    return checkout;
  }

  private @Nullable Path missing() {
    return BUILT.stream()
        .map(home::resolve)
        .filter(path -> !Files.exists(path))
        .findFirst()
        .orElseGet(
            () ->
                APPLICATIONS.stream()
                    .map(application::resolve)
                    .filter(path -> !Files.exists(path))
                    .findFirst()
                    .orElse(null));
  }

  /** Of its sources, or {@code unknown}. */
  @Nullable String commit() {
    return Machine.here(application).commit();
  }

  /** A command of {@code ./shop}, as the script of that name runs it. */
  List<String> command(List<String> words) {
    var command =
        new ArrayList<>(
            List.of(
                Jdk.current().java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-D" + Home.TOOLS_PROPERTY + "=" + home,
                "-D" + Home.APPLICATION_PROPERTY + "=" + application,
                "-jar",
                home.resolve(COMMAND_LINE).toString()));
    command.addAll(words);
    return command;
  }
}
