package com.gopher.lab.jvm;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A Java installation.
 *
 * @param feature the feature version, for example 17
 * @param build what tells its builds apart; a cache made by one build is useless to another
 */
public record Jdk(Path home, int feature, String build) {

  private static final int FIRST_WITH_AOT_CACHE = 25;

  /**
   * The one that runs this program: the newest on the machine, as the launcher's script found it.
   */
  public static Jdk current() {
    return new Jdk(
        Path.of(System.getProperty("java.home")),
        Runtime.version().feature(),
        Runtime.version().toString());
  }

  public String java() {
    return home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java").toString();
  }

  /** True if classes can be loaded and linked ahead of time (JEP 483, JEP 514). */
  boolean hasAotCache() {
    return feature >= FIRST_WITH_AOT_CACHE;
  }

  boolean isJdk() {
    return Files.exists(home.resolve("release"));
  }

  /**
   * For a process that shall start quickly and use little memory. These flags trade peak speed;
   * measurements of speed do not use them.
   */
  List<String> quickStart() {
    return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  }
}
