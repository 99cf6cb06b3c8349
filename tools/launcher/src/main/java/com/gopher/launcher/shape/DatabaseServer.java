package com.gopher.launcher.shape;

import com.gopher.launcher.process.ExclusiveFile;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** H2's own server, for several processes that share what one of them would open as a file. */
final class DatabaseServer {

  static final String NAME = "database";

  private DatabaseServer() {}

  /**
   * @param jar an application as one file; the server's program is in it
   * @param directory where the database's files are
   * @param file the database that is served
   */
  static ProcessSpec of(
      String java, Path jar, Path directory, ExclusiveFile file, PortChoice ports) {

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
            "-Dh2.bindAddress=127.0.0.1",
            "-Dloader.main=org.h2.tools.Server",
            "-cp",
            jar.toString(),
            "org.springframework.boot.loader.launch.PropertiesLauncher",
            "-tcp",
            "-tcpPort",
            "" + port,
            "-baseDir",
            directory.toString(),
            "-ifNotExists"),
        Map.of(),
        URI.create("tcp://127.0.0.1:" + port),
        null,
        List.of(new Port(NAME, port, null)),
        file,
        true);
  }
}
