package com.gopher.database;

import com.gopher.secret.OwnerOnly;
import com.gopher.secret.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The administrator's password of an embedded database, if no setting says it: a random one, kept
 * beside the database in a file that only its owner can read. The passwords of all other logins
 * come from it, so whoever knows a login's name knows nothing.
 */
final class AdministratorPassword {

  static final String FILE = "database-password";

  private AdministratorPassword() {}

  /**
   * Returns the database with the password that its administrator has, or gets when it is opened.
   *
   * @param passwordFile where that of a database server is; null if no setting says so
   * @throws UnusableDatabaseException if the file with the password is lost
   */
  static Database of(Database given, @Nullable Path passwordFile) {
    if (!given.password().isEmpty()) {
      return given;
    }
    if (given.file().isPresent()) {
      return ofFile(given, given.file().get());
    }
    return passwordFile == null ? given : ofServer(given, passwordFile);
  }

  private static Database ofFile(Database given, DatabaseFile file) {
    try {
      return withSecret(given, file);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static Database withSecret(Database given, DatabaseFile file) throws IOException {
    Path path = beside(file);
    if (file.hasContent() && !Files.exists(path) && !opensWithout(given)) {
      throw new UnusableDatabaseException(
          "The database %s is there, and the file %s with its password is missing."
              .formatted(file.path(), path),
          "Put a copy of that file back. To begin without what is in the database, move it away, and delete the file beside it whose name ends in .set-up. Nothing was changed.",
          null);
    }
    if (!Files.exists(path.toAbsolutePath().getParent())) {
      OwnerOnly.makeDirectory(path.toAbsolutePath().getParent());
    }
    return given.with(new SecretFile(path).readOrMake());
  }

  private static Database ofServer(Database given, Path passwordFile) {
    try {
      return given.with(Files.readString(passwordFile).strip());
    } catch (IOException e) {
      throw new UnusableDatabaseException(
          "The file %s with the password of %s cannot be read: %s"
              .formatted(passwordFile, given.url(), e),
          "Set database.password-file to a file that can, or spring.datasource.password; nothing was changed.",
          e);
    }
  }

  private static boolean opensWithout(Database given) {
    try {
      return EarlierPasswords.openIt(given);
    } catch (SQLException e) {
      throw given.cannotOpen(e);
    }
  }

  /** What to say if a database file has another password than the one that is known. */
  static UnusableDatabaseException isAnother(DatabaseFile file, SQLException e) {
    return new UnusableDatabaseException(
        "The database %s does not open with the password that it should have."
            .formatted(file.path()),
        "The password is spring.datasource.password or, without that setting, kept in %s: take that file from the same copy as the database. Nothing was changed."
            .formatted(beside(file)),
        e);
  }

  private static Path beside(DatabaseFile file) {
    return file.path().resolveSibling(FILE);
  }
}
