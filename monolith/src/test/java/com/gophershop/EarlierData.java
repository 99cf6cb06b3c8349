package com.gophershop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

  JdbcTemplate asAdministrator() {
    return as("admin", "");
  }

  /** Logs in as the earlier shop did: its way to the password, written down a second time. */
  JdbcTemplate as(String login) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec("gopher-shop:".getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
      byte[] password = mac.doFinal(login.getBytes(StandardCharsets.UTF_8));
      return as(login, HexFormat.of().formatHex(password));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
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
