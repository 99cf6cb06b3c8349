package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.OwnerOnly;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.Preparation;
import com.gopher.launcher.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A broker of the city's own: a genuine Apache Kafka on one node, its data in the directory. */
final class BrokerProcess {

  static final String NAME = "kafka";

  private static final String CONTROLLER = "kafka-controller";
  private static final int STANDARD_PORT = 9092;

  private BrokerProcess() {}

  /**
   * @param java the program
   * @param libraries the directory with all jars of the module {@code tools/broker}
   */
  static ProcessSpec of(
      DataDirectory data,
      String java,
      Path libraries,
      PortChoice ports,
      @Nullable Integer askedPort) {
    int port = ports.known(NAME, NAME, askedPort, STANDARD_PORT);
    int controller = ports.any(CONTROLLER, NAME);
    Path directory = data.root().resolve(NAME);
    Path settings = writeSettings(data, directory, libraries, port, controller);
    // Not resolved as a path: on Windows no path may contain an asterisk.
    String classPath = libraries + File.separator + "*";
    return new ProcessSpec(
        NAME,
        new Preparation(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                PinnedLocale.OPTION,
                "-cp",
                classPath,
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                clusterId(data),
                "-c",
                settings.toString()),
            // The last file that formatting writes, lost with the data that it vouches for.
            directory.resolve("meta.properties")),
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            PinnedLocale.OPTION,
            "-Xms256m",
            "-Xmx256m",
            "-cp",
            classPath,
            "kafka.Kafka",
            settings.toString()),
        // So that the settings need not name it: they are read as Latin-1, and a comma in them
        // begins another directory.
        data.root(),
        Map.of(),
        URI.create("kafka://127.0.0.1:" + port),
        null,
        List.of(new Port(NAME, port, "--kafka-port"), new Port(CONTROLLER, controller, null)),
        null,
        false,
        null);
  }

  private static Path writeSettings(
      DataDirectory data, Path directory, Path libraries, int port, int controller) {
    Path settings = data.root().resolve("kafka.properties");
    try {
      OwnerOnly.makeDirectory(directory);
      OwnerOnly.write(
          settings,
          template(libraries)
              .replace("${kafka.port}", "" + port)
              .replace("${controller.port}", "" + controller)
              .replace("${data.directory}", NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return settings;
  }

  /**
   * Always the same one for the same directory, so that a formatting that was cut off can be
   * repeated: with another id it would be refused.
   */
  private static String clusterId(DataDirectory data) {
    UUID id = UUID.nameUUIDFromBytes(data.root().toString().getBytes(StandardCharsets.UTF_8));
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .array());
    // A leading dash would be taken for an option.
    return "S" + encoded.substring(1);
  }

  private static String template(Path libraries) throws IOException {
    try (var jars = Files.newDirectoryStream(libraries, "broker-*.jar")) {
      for (Path path : jars) {
        try (var jar = new JarFile(path.toFile())) {
          ZipEntry entry = jar.getEntry("server.properties");
          if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
              return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
          }
        }
      }
    }
    throw new CouldNotRun(
        "The broker's settings are missing in %s. Nothing was started. Build again: mvn package",
        libraries);
  }
}
