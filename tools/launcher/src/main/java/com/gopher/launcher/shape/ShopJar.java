package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one file that is the castle. */
public final class ShopJar {

  private ShopJar() {}

  public static Path path() {
    Path jar =
        Path.of(System.getProperty("shop.home", "."), "monolith", "target", "gopher-shop.jar")
            .toAbsolutePath()
            .normalize();
    if (!Files.exists(jar)) {
      throw new CouldNotRun(
          jar + " is missing. Nothing was started. ./shop builds it when started as a script.");
    }
    return jar;
  }
}
