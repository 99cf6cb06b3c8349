package com.gopher.lab.faults;

import com.gopher.lab.system.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Places in the programs where sabotage holds a thread that comes by, switched on and off by files.
 *
 * @param directory that all sabotaged processes know
 */
record Traps(Path directory) {

  /** From now on, who comes to this place is held there; who was held before is forgotten. */
  void arm(String trap) throws IOException {
    Files.deleteIfExists(sprung(trap));
    Files.createFile(directory.resolve(trap + ".armed"));
  }

  /** Where somebody is held since it was armed; null if nobody came. */
  @Nullable String caught(String trap, Duration patience) throws IOException, InterruptedException {
    Path sprung = sprung(trap);
    return Waiting.until(patience, () -> Files.exists(sprung)) ? Files.readString(sprung) : null;
  }

  /** Lets everybody pass who comes from now on. */
  void disarm(String trap) throws IOException {
    Files.delete(directory.resolve(trap + ".armed"));
  }

  private Path sprung(String trap) {
    return directory.resolve(trap + ".sprung");
  }

  /** How many files with this beginning the sabotage has left. */
  long marks(String beginning) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith(beginning)).count();
    }
  }
}
