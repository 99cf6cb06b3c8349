package com.gopher.launcher.jvm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

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

  /** The one in this directory, by what its release file says. */
  public static Jdk at(Path home) {
    var release = new Properties();
    try (var reader = Files.newBufferedReader(home.resolve("release"))) {
      release.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION").replace("\"", "");
    return new Jdk(home, Runtime.Version.parse(version).feature(), release.toString());
  }

  public String java() {
    return home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java").toString();
  }

  /** True if classes can be loaded and linked ahead of time (JEP 483, JEP 514). */
  private boolean hasAotCache() {
    return feature >= FIRST_WITH_AOT_CACHE;
  }

  /** Where an archive of loaded classes lies in a directory: its form is the JDK's. */
  public Path archiveIn(Path directory) {
    return directory.resolve(hasAotCache() ? "app.aot" : "app.jsa");
  }

  /** Has a program write an archive of what it has loaded, when it ends in order. */
  public String writingArchive(Path archive) {
    return (hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
  }

  /** Has a program use an archive; one that does not fit is passed over in silence. */
  public List<String> usingArchive(Path archive) {
    return List.of(
        (hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive,
        "-Xlog:disable",
        "-Xlog:all=error:stderr");
  }

  /**
   * For a process that shall start quickly and use little memory. These flags trade peak speed;
   * measurements of speed do not use them.
   *
   * <p>The heap grows by what is kept and not by what passes through: by default the young
   * generation is a share of the machine's memory, and all of it gets touched. Nothing bounds the
   * heap below the JVM's own limit.
   */
  List<String> quickStart() {
    return List.of(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xms64m",
        "-Xmn24m",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=40");
  }
}
