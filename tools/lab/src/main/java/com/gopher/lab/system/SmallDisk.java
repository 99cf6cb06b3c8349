package com.gopher.lab.system;

import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system of its own size at a directory, which can be filled without harm to others. Only
 * root may make one, and on Linux only.
 */
public final class SmallDisk implements AutoCloseable {

  private static final String FILLING = "filling";
  private static final int BLOCK = 4_096;
  private static final int NOT_WORTH_SPEAKING_OF = 1 << 20;

  private final Path directory;
  private boolean mounted = true;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /**
   * @param directory empty
   * @throws CouldNotRun if it cannot be made
   */
  public static SmallDisk at(Path directory, int megabytes) {
    if (!succeeds(
        "mount",
        "-t",
        "tmpfs",
        "-o",
        // As directories are made: a data directory that is open to all is refused.
        "mode=0700,size=" + megabytes + "m",
        "tmpfs",
        directory.toString())) {
      throw new CouldNotRun(
          "No small file system can be mounted at %s, which takes root on Linux. Nothing was started.",
          directory);
    }
    return new SmallDisk(directory);
  }

  /** Takes all the room that is left. */
  public void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve(FILLING))) {
      while (true) {
        out.write(new byte[BLOCK]);
      }
    } catch (IOException full) {
      if (Files.getFileStore(directory).getUsableSpace() >= BLOCK) {
        throw full;
      }
    }
  }

  /** Whether nobody who needs room finds any to speak of. */
  public boolean isFull() throws IOException {
    return Files.getFileStore(directory).getUsableSpace() < NOT_WORTH_SPEAKING_OF;
  }

  /** Gives back what {@link #fill} took. */
  public void makeRoom() throws IOException {
    Files.deleteIfExists(directory.resolve(FILLING));
  }

  /** Throws away what is on it; whoever uses it has to be gone. */
  @Override
  public synchronized void close() {
    if (mounted) {
      // Lazily: a process that is just dying must not keep it for ever.
      mounted = !succeeds("umount", "-l", directory.toString());
    }
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
