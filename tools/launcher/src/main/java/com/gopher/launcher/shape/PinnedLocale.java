package com.gopher.launcher.shape;

/**
 * The locale of a process whose code is not ours. Kafka's tool for formatting writes names of enums
 * in the letters of the machine, and on a Turkish one finds none of them again.
 */
final class PinnedLocale {

  static final String OPTION = "-Duser.language=en";

  private PinnedLocale() {}
}
