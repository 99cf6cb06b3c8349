package com.gophershop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A copy of a database that an earlier shop left behind: commit 313b123, the last one before its
 * packages were moved and renamed. {@link EarlierCastleTest} and {@link EarlierCityTest} say what
 * was done with that shop. The files are as the killed process left them.
 */
class EarlierData {

  private final Path directory;

  private EarlierData(Path directory) {
    this.directory = directory;
  }

  /**
   * @param name of an archive in the test resources
   */
  static EarlierData unpack(String name, Path directory) throws IOException {
    try (InputStream file =
            EarlierData.class.getResourceAsStream("/data-of-before/" + name + ".zip");
        var zip = new ZipInputStream(Objects.requireNonNull(file, name))) {
      zip.getNextEntry();
      Files.copy(zip, directory.resolve("shop.mv.db"));
    }
    return new EarlierData(directory);
  }

  Path directory() {
    return directory;
  }

  /** With the present password, once there is one; the earlier shop had none. */
  JdbcTemplate asAdministrator() {
    return as("admin", administratorPassword());
  }

  /** As the earlier shop logged in. */
  JdbcTemplate asEarlier(String login) {
    return as(login, login.equals("admin") ? "" : DerivedPasswords.of(login, ""));
  }

  /** As the present shop logs in. */
  JdbcTemplate as(String login) {
    return as(login, DerivedPasswords.of(login, administratorPassword()));
  }

  private String administratorPassword() {
    Path file = directory.resolve("database-password");
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stored events that no class of the present shop could be made of. */
  List<String> unknownEventTypes() {
    return asAdministrator()
        .queryForList("SELECT DISTINCT event_type FROM events.event_publication", String.class)
        .stream()
        .filter(type -> !exists(type))
        .toList();
  }

  private JdbcTemplate as(String login, String password) {
    String url = "jdbc:h2:file:" + directory.resolve("shop").toAbsolutePath();
    return new JdbcTemplate(new DriverManagerDataSource(url, login, password));
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, EarlierData.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
