package com.gopher.launcher.shape;

import com.gopher.launcher.process.ExclusiveFile;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The server of an embedded database, for several processes that share what one of them would open
 * as a file.
 */
final class DatabaseServer {

  static final String NAME = "database";

  private DatabaseServer() {}

  /**
   * @param jar an application as one file; the server's program is in it
   * @param file the database that is served; the password of its administrator is kept beside it
   */
  static ProcessSpec of(String java, Path jar, ExclusiveFile file, PortChoice ports) {
    String fileName = file.path().getFileName().toString();
    int port = ports.any(NAME, NAME);
    return new ProcessSpec(
        NAME,
        null,
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            PinnedLocale.OPTION,
            "-Xmx128m",
            "-Dloader.main=com.gopher.database.DatabaseServer",
            "-cp",
            jar.toString(),
            "org.springframework.boot.loader.launch.PropertiesLauncher",
            file.path().getParent().toString(),
            fileName.substring(0, fileName.indexOf('.')),
            "" + port),
        null,
        Map.of(),
        URI.create("tcp://127.0.0.1:" + port),
        null,
        List.of(new Port(NAME, port, null)),
        file,
        true,
        null);
  }

  /**
   * What a client of the database is told: the administrator's name, and where its password is.
   *
   * @param database URL
   */
  static Map<String, String> settings(String database, ExclusiveFile file) {
    return Map.of(
        "SPRING_DATASOURCE_URL",
        database,
        "SPRING_DATASOURCE_USERNAME",
        "admin",
        // Not left to the environment, which may name another database's.
        "SPRING_DATASOURCE_PASSWORD",
        "",
        "DATABASE_PASSWORD_FILE",
        file.path().resolveSibling("database-password").toString());
  }
}
