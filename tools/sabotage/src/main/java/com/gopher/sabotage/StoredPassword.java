package com.gopher.sabotage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The administrator's password of an embedded database: code of the process may read its file. */
final class StoredPassword {

  private StoredPassword() {}

  /** Where a setting says it is, for a database that is served, or beside the file. */
  static String of(String url) {
    String served = System.getenv("DATABASE_PASSWORD_FILE");
    Path file =
        url.startsWith("jdbc:h2:file:") || served == null
            ? Path.of(url.replaceFirst("^jdbc:h2:(file:)?", "").split(";")[0])
                .resolveSibling("database-password")
            : Path.of(served);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
