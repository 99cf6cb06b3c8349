package com.gopher.database;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.Driver;

/** H2's own shell on a database, in a process of its own: somebody else who opens the file. */
final class H2Shell {

  private H2Shell() {}

  /**
   * @param options of {@code org.h2.tools.Shell}, besides the database and its administrator
   */
  static Process start(String url, String... options) throws IOException, URISyntaxException {
    Path jar = Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar.toString(),
                "org.h2.tools.Shell",
                "-url",
                url,
                "-user",
                "admin"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
