package com.gopher.cli.command;

import com.gopher.launcher.console.CouldNotRun;
import org.jspecify.annotations.Nullable;

/** What can be said about a port before anybody looks at the machine. */
final class PortOption {

  private PortOption() {}

  static void check(String option, @Nullable Integer port) {
    if (port != null && (port < 0 || port > 65_535)) {
      throw new CouldNotRun(option + " must be between 0 and 65535; nothing was started.");
    }
  }
}
