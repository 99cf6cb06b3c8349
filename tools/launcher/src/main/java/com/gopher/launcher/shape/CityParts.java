package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build has made for a city. */
public final class CityParts {

  private CityParts() {}

  /** Returns all of it, ready to start fast. */
  public static City.Parts prepared(Console console) {
    Path tracker = built("extracted-tracker", "target", "gotracker.jar");
    Path broker = built("tools", "broker", "target", "lib");
    var fastStart = new FastStart(Jdk.current(), console);
    return new City.Parts(
        Jdk.current().java(),
        fastStart.command(ShopJar.path()),
        fastStart.command(tracker),
        tracker,
        broker);
  }

  /**
   * Returns all of it as it was built: what is measured has no flag that trades speed for a start.
   */
  public static City.Parts plain() {
    Path tracker = built("extracted-tracker", "target", "gotracker.jar");
    String java = Jdk.current().java();
    return new City.Parts(
        java,
        List.of(java, "-jar", ShopJar.path().toString()),
        List.of(java, "-jar", tracker.toString()),
        tracker,
        built("tools", "broker", "target", "lib"));
  }

  private static Path built(String module, String... path) {
    Path product =
        Path.of(System.getProperty("shop.home", "."), module)
            .resolve(Path.of("", path))
            .toAbsolutePath()
            .normalize();
    if (!Files.exists(product)) {
      throw new CouldNotRun(
          product + " is missing. Nothing was started. ./shop builds it when started as a script.");
    }
    return product;
  }
}
