package com.gopher.lab.compare.claim;

import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an operator has to bring to a machine and keep in mind to run a shape there.
 *
 * @param files to copy
 * @param bytes of these files
 * @param processes to start, and to watch
 * @param ports that must be free
 * @param settings values that somebody has to choose: environment variables, and lines of settings
 *     files
 */
public record Footprint(int files, long bytes, int processes, int ports, int settings) {

  public static Footprint of(SystemShape shape) throws IOException {
    try (var temporary = TemporaryDirectory.named("footprint")) {
      Path directory = temporary.path();
      var data = new DataDirectory(directory);
      data.create();
      List<ProcessSpec> specs = shape.assembly().assemble(data, Setup.plain());
      long bytes = 0;
      for (Path file : shape.files()) {
        bytes += Files.size(file);
      }
      int settings = 0;
      for (ProcessSpec spec : specs) {
        settings += spec.environment().size() + linesOfSettings(spec, directory);
      }
      return new Footprint(
          shape.files().size(),
          bytes,
          specs.size(),
          specs.stream().mapToInt(spec -> spec.ports().size()).sum(),
          settings);
    }
  }

  public List<Measure> measures() {
    return List.of(
        new Measure("files to copy", files, "files"),
        new Measure("bytes to copy", bytes / 1e6, "MB"),
        new Measure("processes", processes, "processes"),
        new Measure("ports", ports, "ports"),
        new Measure("settings", settings, "entries"));
  }

  private static int linesOfSettings(ProcessSpec spec, Path directory) throws IOException {
    int lines = 0;
    for (String word : spec.command()) {
      if (word.startsWith(directory.toString()) && Files.isRegularFile(Path.of(word))) {
        lines +=
            (int)
                Files.readAllLines(Path.of(word)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .count();
      }
    }
    return lines;
  }
}
