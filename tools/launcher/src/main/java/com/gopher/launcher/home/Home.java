package com.gopher.launcher.home;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.UnusablePath;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A directory with built Maven modules. The tools and the applications may live in different ones:
 * then these tools start, measure and break a shop that somebody else has built.
 */
public enum Home {

  /** Of the tools: the broker's jars, the sabotage, the pages of the documentation. */
  TOOLS {
    @Override
    public Path path() {
      return absolute(System.getProperty(TOOLS_PROPERTY, "."));
    }
  },

  /** Of the applications, sources and jars: {@code monolith} and {@code extracted-tracker}. */
  APPLICATION {
    @Override
    public Path path() {
      String elsewhere = System.getProperty(APPLICATION_PROPERTY, "");
      return elsewhere.isEmpty() ? TOOLS.path() : absolute(elsewhere);
    }
  };

  /** Names the home of the tools; without it that is the current directory. */
  public static final String TOOLS_PROPERTY = "shop.home";

  /** Names the home of the applications; without it that is the home of the tools. */
  public static final String APPLICATION_PROPERTY = "shop.application.home";

  public abstract Path path();

  /**
   * Something that the build makes.
   *
   * @throws CouldNotRun if it is missing
   */
  public Path built(String first, String... more) {
    Path product = path().resolve(Path.of(first, more));
    if (!Files.exists(product)) {
      throw new CouldNotRun(
          product + " is missing. Nothing was started. ./shop builds it when started as a script.");
    }
    return product;
  }

  private static Path absolute(String directory) {
    try {
      return Path.of(directory).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw UnusablePath.notInThisLocale("The directory " + directory, e);
    }
  }
}
