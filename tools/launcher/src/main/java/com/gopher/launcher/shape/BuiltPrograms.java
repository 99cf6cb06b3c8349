package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What was built and can be started.
 *
 * @param java the program
 * @param shop the command that starts the shop
 * @param tracker the command that starts a tracker
 * @param trackerJar the tracker as one file; the database server's program is in it
 * @param broker the directory with the broker's jars
 */
public record BuiltPrograms(
    String java, List<String> shop, List<String> tracker, Path trackerJar, Path broker) {

  /** The one file that is the castle. */
  public static Path shopJar() {
    return Home.APPLICATION.built("monolith", "target", "gopher-shop.jar");
  }

  /** All programs, ready to start fast. */
  public static BuiltPrograms prepared(Console console) {
    return of(new FastStart(Jdk.current(), console)::command);
  }

  /**
   * All programs as they were built: what is measured has no flag that trades speed for a start.
   */
  public static BuiltPrograms plain() {
    return of(jar -> List.of(Jdk.current().java(), "-jar", jar.toString()));
  }

  private static BuiltPrograms of(Function<Path, List<String>> command) {
    Path tracker = Home.APPLICATION.built("extracted-tracker", "target", "gotracker.jar");
    return new BuiltPrograms(
        Jdk.current().java(),
        command.apply(shopJar()),
        command.apply(tracker),
        tracker,
        Home.TOOLS.built("tools", "broker", "target", "lib"));
  }
}
