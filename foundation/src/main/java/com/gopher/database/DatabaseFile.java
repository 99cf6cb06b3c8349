package com.gopher.database;

import com.gopher.secret.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The file of an embedded database, and the mark beside it which says that it was set up. H2 makes
 * a file that is missing or empty anew without a word, and takes one whose last pages are gone for
 * an older or an empty database: without a mark a lost database would look like a first start.
 */
record DatabaseFile(Path path) {

  private static final String URL = "jdbc:h2:file:";
  private static final String SUFFIX = ".mv.db";
  private static final int HEADER_BYTES = 4096;

  private static final Set<Path> ASKED = new HashSet<>();
  private static final Set<Path> LOOKED_THROUGH = new HashSet<>();

  /** Empty if the URL names no file of this machine. */
  static Optional<DatabaseFile> of(String url) {
    if (!url.startsWith(URL)) {
      return Optional.empty();
    }
    String name = url.substring(URL.length()).split(";", 2)[0];
    String absolute =
        name.startsWith("~") ? System.getProperty("user.home") + name.substring(1) : name;
    return Optional.of(new DatabaseFile(Path.of(absolute + SUFFIX)));
  }

  /**
   * Called before the database is opened: H2 changes a damaged file while it finds out, and what
   * could have been saved from it is gone.
   *
   * @throws UnusableDatabaseException if it was set up and is not there any more
   */
  void refuseIfLost() {
    if (!Files.exists(mark())) {
      return;
    }
    try {
      if (!Files.exists(path)) {
        throw lost("is missing");
      }
      if (Files.size(path) == 0) {
        throw lost("is empty");
      }
      if (isFirstIn(LOOKED_THROUGH)) {
        DamagedPages.of(path)
            .ifPresent(
                how -> {
                  throw lost(how);
                });
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Called when the database is open, before anything is created in it.
   *
   * @param hasSchemas whether what was set up is there
   * @throws UnusableDatabaseException if it was set up and is not there any more
   */
  void refuseIfEmptied(boolean hasSchemas) {
    if (!hasSchemas && Files.exists(mark())) {
      throw lost("is damaged: it opens, and nothing is in it");
    }
  }

  /** Whether there is something in it that could be opened. */
  boolean hasContent() {
    try {
      return Files.exists(path) && Files.size(path) > 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Whether a process that ended did not close it; asked before this one opens it for the first
   * time.
   */
  boolean wasLeftOpen() {
    return isFirstIn(ASKED) && hasContent() && !wasClosed();
  }

  /**
   * Each process reads the file once for each reason, before it opens the file for the first time:
   * to read one that is open would give away its lock, because the system takes all locks of a
   * process on a file from it when it closes any of its descriptors (POSIX, {@code fcntl}), and two
   * processes would write.
   */
  private boolean isFirstIn(Set<Path> looks) {
    synchronized (looks) {
      return looks.add(path.toAbsolutePath().normalize());
    }
  }

  /** H2 notes in the file that it was closed, and takes that away with the first write. */
  private boolean wasClosed() {
    try (var content = Files.newInputStream(path)) {
      return new String(content.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1)
          .contains(",clean:1,");
    } catch (IOException e) {
      // Where a file that is in use cannot be read.
      return false;
    }
  }

  /** Notes that the database was set up, and keeps other users of the machine out of it. */
  void markAsSetUp() {
    try {
      OwnerOnly.close(path);
      Files.writeString(
          Files.createFile(mark()),
          "The database %s was set up here. While this file exists, a lost one is not made anew.%n"
              .formatted(path.getFileName()));
      OwnerOnly.close(mark());
    } catch (FileAlreadyExistsException alreadyMarked) {
      // By an earlier start.
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The message of H2 would add nothing but the path once more. */
  UnusableDatabaseException damaged(SQLException cause) {
    return lost("is damaged (error %s of H2)".formatted(cause.getErrorCode()));
  }

  /** What to do about a database whose content is gone; a copy is the only way to get it back. */
  private UnusableDatabaseException lost(String how) {
    return new UnusableDatabaseException(
        "The database %s %s.".formatted(path, how),
        "Put a copy of it back in its place, with nothing running. To begin without what was in it, move it away and delete %s. Nothing was created; everything else here is as it was."
            .formatted(mark()),
        null);
  }

  UnusableDatabaseException unreadable(IOException e) {
    return new UnusableDatabaseException(
        "The directory of the database %s cannot be used: %s".formatted(path, e),
        "Give its owner the right to read and write it; nothing was changed.",
        e);
  }

  private Path mark() {
    String name = path.getFileName().toString();
    return path.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".set-up");
  }
}
