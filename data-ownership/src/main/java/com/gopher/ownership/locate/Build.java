package com.gopher.ownership.locate;

/**
 * What a class or a resource was built by: a Maven module, a Gradle project, or a jar of its own.
 *
 * @param directory where it lies below the path that is inspected, empty for that path itself; of a
 *     jar its name without version
 */
public record Build(Kind kind, String directory) {

  /** Of a directory that shows no build. */
  static final Build UNKNOWN = new Build(Kind.UNKNOWN, "");

  /** By what something was built. */
  public enum Kind {
    MAVEN,
    GRADLE,
    JAR,
    UNKNOWN
  }

  /** A jar is named as build tools name it: {@code order-1.0.jar} comes from {@code order}. */
  static Build ofJar(String fileName) {
    String name = fileName.substring(fileName.lastIndexOf('/') + 1);
    return new Build(Kind.JAR, name.replaceFirst("\\.[jw]ar$", "").replaceFirst("-\\d.*$", ""));
  }
}
