package com.gopher.course.tree;

import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The data that a learner's shop wrote while all its modules shared one login. It belongs to the
 * administrator, and a shop with a login for each module cannot open it.
 */
public final class DataBeforeLocks {

  private static final String NOTE = "logins";
  private static final String SWITCH = "com/gopher/database/EnableModuleLogins";

  private final DataDirectory data;
  private final Path shopJar;

  /** Who wrote the data, noted beside them. */
  record Logins(boolean oneForEachModule) {}

  /**
   * @param shopJar the shop that is to work on the data
   */
  public DataBeforeLocks(DataDirectory data, Path shopJar) {
    this.data = data;
    this.shopJar = shopJar;
  }

  /**
   * Makes room for a shop that could not open what is there, and notes which logins the shop has.
   * Call it under the directory's lock, before the shop starts.
   *
   * @return where the old data are now; empty if nothing was in the way
   */
  public Optional<Path> putAside() {
    if (data.running().stream().anyMatch(RunningProcess::isAlive)) {
      return Optional.empty();
    }
    boolean withLocks = hasLocks();
    boolean unreadable =
        withLocks
            && data.remembered(NOTE, Logins.class)
                .filter(logins -> !logins.oneForEachModule())
                .isPresent();
    Optional<Path> aside = unreadable ? moveDatabase() : Optional.empty();
    data.remember(NOTE, new Logins(withLocks));
    return aside;
  }

  private boolean hasLocks() {
    try (ZipFile jar = new ZipFile(shopJar.toFile())) {
      for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        if (entry.getName().contains("com/gophershop/") && entry.getName().endsWith(".class")) {
          try (var content = jar.getInputStream(entry)) {
            if (new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains(SWITCH)) {
              return true;
            }
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Path> moveDatabase() {
    try {
      List<Path> database = databaseFiles();
      if (database.isEmpty()) {
        return Optional.empty();
      }
      Path aside = unused();
      Files.createDirectories(aside);
      for (Path file : database) {
        Files.move(file, aside.resolve(file.getFileName()));
      }
      return Optional.of(aside);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> databaseFiles() throws IOException {
    try (Stream<Path> files = Files.list(data.root())) {
      return files
          .filter(file -> file.getFileName().toString().matches("shop\\.(\\w+\\.db|set-up)"))
          .toList();
    }
  }

  private Path unused() {
    Path wanted = data.root().resolve("before-locks");
    Path aside = wanted;
    for (int number = 2; Files.exists(aside); number++) {
      aside = wanted.resolveSibling(wanted.getFileName() + "-" + number);
    }
    return aside;
  }
}
