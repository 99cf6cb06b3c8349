package com.gopher.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Finds out that a file of H2 is damaged, and writes nothing into it. H2 itself opens a file to
 * write before it has read it: one whose pages are gone is overwritten by the beginnings of an
 * empty database, and of one whose last pages are gone an older state becomes the newest.
 */
final class DamagedPages {

  /** Each of the first two blocks is a header, so that one survives when the other is written. */
  private static final int BLOCK = 4096;

  private static final Pattern HEADER =
      Pattern.compile(
          "(?<content>H:.*\\bclean:1\\b.*\\bversion:(?<version>[0-9a-f]+)\\b.*),fletcher:(?<sum>[0-9a-f]+)");

  private static final int HEXADECIMAL = 16;

  private static final Set<Integer> DAMAGED =
      Set.of(DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND);

  private DamagedPages() {}

  /** How the file is damaged; empty if it is not, or if only H2 can say why it does not open. */
  static Optional<String> of(Path file) throws IOException {
    long closedAt = versionWhenClosed(file);
    try (MVStore store = new MVStore.Builder().fileName(file.toString()).readOnly().open()) {
      if (store.getMapNames().isEmpty()) {
        return Optional.of("is damaged: it has a header, and nothing is in it");
      }
      return store.getCurrentVersion() < closedAt
          ? Optional.of("is damaged: what was written last is not in it")
          : Optional.empty();
    } catch (MVStoreException e) {
      return DAMAGED.contains(e.getErrorCode())
          ? Optional.of("is damaged (error %s of its store)".formatted(e.getErrorCode()))
          : Optional.empty();
    }
  }

  /**
   * Where it was closed in order, its header names the newest state, which was on the disk before.
   * Negative if it was not: then H2 looks for the newest that is whole.
   */
  private static long versionWhenClosed(Path file) throws IOException {
    byte[] beginning;
    try (var content = Files.newInputStream(file)) {
      beginning = content.readNBytes(2 * BLOCK);
    }
    return Math.max(versionWhenClosed(beginning, 0), versionWhenClosed(beginning, BLOCK));
  }

  private static long versionWhenClosed(byte[] beginning, int at) {
    int length = Math.max(0, Math.min(BLOCK, beginning.length - at));
    Matcher header =
        HEADER.matcher(new String(beginning, Math.min(at, beginning.length), length, ISO_8859_1));
    return header.lookingAt()
            && header.group("sum").equals(sum(beginning, at, header.end("content")))
        ? Long.parseLong(header.group("version"), HEXADECIMAL)
        : -1;
  }

  private static String sum(byte[] beginning, int at, int length) {
    return Integer.toHexString(DataUtils.getFletcher32(beginning, at, length));
  }
}
