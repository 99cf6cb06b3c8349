package com.gopher.launcher.shape;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Eureka, which Maven fetches when somebody wants it: no build needs it.
 *
 * @param program the registry's own jar, of this build
 * @param server the directory with the jars that the program runs on
 * @param client the directory with the jars of those who register or ask
 */
public record EurekaJars(Path program, Path server, Path client) {

  /** Spring Cloud's, as in the parent pom; jars of another version are fetched anew. */
  static final String VERSION = "2025.1.4";

  /**
   * @throws CouldNotRun if they cannot be fetched
   */
  static EurekaJars fetched(Console console) {
    Path program = Home.TOOLS.built("tools", "discovery", "target", "discovery.jar");
    Path directory = program.resolveSibling("eureka-" + VERSION);
    Path server = directory.resolve("server");
    Path client = directory.resolve("client");
    if (!Files.exists(server) || !Files.exists(client)) {
      console.narrate("Maven fetches Eureka of Spring Cloud %s, once: 27 MB ...", VERSION);
      fetch(server);
      fetch(client);
    }
    return new EurekaJars(program, server, client);
  }

  /** Named when it is whole, so that a fetch that was cut off is not taken for one. */
  private static void fetch(Path directory) {
    Path partly = directory.resolveSibling(directory.getFileName() + "-partly");
    new MavenFetch("Eureka", "--map eureka")
        .run(
            List.of(
                "-f",
                Path.of("tools", "discovery", "pom.xml").toString(),
                "-P",
                directory.getFileName().toString(),
                "dependency:copy-dependencies",
                "-DincludeScope=runtime",
                "-DoverWriteReleases=true",
                "-DoutputDirectory=" + partly),
            partly);
    try {
      if (!Files.exists(directory)) {
        Files.move(partly, directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
