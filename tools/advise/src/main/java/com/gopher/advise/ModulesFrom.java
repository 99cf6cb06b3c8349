package com.gopher.advise;

/** What a module of the project is. */
public enum ModulesFrom {
  /** Packages, if most of the sources lie in modules that are packages; otherwise builds. */
  AUTO,
  /** The packages that Spring Modulith would take. */
  PACKAGE,
  /** Each Maven module. */
  MAVEN,
  /** Each Gradle project. */
  GRADLE
}
