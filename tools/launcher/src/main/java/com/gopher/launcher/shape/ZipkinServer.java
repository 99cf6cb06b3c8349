package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Zipkin's server, which Maven fetches when somebody wants it: no build needs it. */
final class ZipkinServer {

  private static final String VERSION = "3.5.1";

  private ZipkinServer() {}

  /**
   * @throws CouldNotRun if it cannot be fetched
   */
  static Path fetched(Console console) {
    Path directory = Home.TOOLS.path().resolve(Path.of("tools", "tracing", "target", "zipkin"));
    Path jar = directory.resolve("zipkin-server-" + VERSION + "-exec.jar");
    if (Files.exists(jar)) {
      return jar;
    }
    console.narrate("Maven fetches Zipkin %s, once: 131 MB ...", VERSION);
    int exit = exitOf(directory);
    if (exit != 0 || !Files.exists(jar)) {
      throw new CouldNotRun(
          "Zipkin could not be fetched (Maven ended with %s; its words are above). Nothing was started. With a network, type the same command again, or leave out --traces.",
          exit);
    }
    return jar;
  }

  private static int exitOf(Path directory) {
    var builder =
        new ProcessBuilder(
                List.of(
                    File.separatorChar == '\\' ? "mvn.cmd" : "mvn",
                    "-N",
                    "-q",
                    "dependency:copy",
                    "-Dartifact=io.zipkin:zipkin-server:" + VERSION + ":jar:exec",
                    "-DoutputDirectory=" + directory))
            .directory(Home.TOOLS.path().toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new CouldNotRun(
          "Zipkin was not fetched: Maven does not start (%s). Nothing was started. Put mvn on the PATH and type the same command again, or leave out --traces."
              .formatted(e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun("Interrupted while Zipkin was fetched. Nothing was started.", e);
    }
  }
}
