package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
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
    if (!Files.exists(jar)) {
      console.narrate("Maven fetches Zipkin %s, once: 131 MB ...", VERSION);
      new MavenFetch("Zipkin", "--traces")
          .run(
              List.of(
                  "-N",
                  "dependency:copy",
                  "-Dartifact=io.zipkin:zipkin-server:" + VERSION + ":jar:exec",
                  "-DoutputDirectory=" + directory),
              jar);
    }
    return jar;
  }
}
