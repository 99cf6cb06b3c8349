package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.jvm.Jdk;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** A broker of the city's own: a genuine Apache Kafka on one node, its data in the directory. */
final class BrokerProcess {

  static final String NAME = "kafka";

  private static final String CONTROLLER = "kafka-controller";
  private static final int STANDARD_PORT = 9092;

  /** It rotates its log itself, in the directory in which it works. */
  static final List<String> LOG =
      List.of("-Dbroker.log=logs/" + NAME + ".log", "-Dbroker.appender=file");

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
    Path settings = writeSettings(data.root(), libraries, port, controller);
    List<String> archive = new BrokerArchive(Jdk.current(), libraries).options();
    return new ProcessSpec(
        NAME,
        new Preparation(
            format(java, libraries, archive, clusterId(data.root()), settings),
            // The last file that formatting writes, lost with the data that it vouches for.
            data.root().resolve(NAME).resolve("meta.properties")),
        run(java, libraries, with(archive, LOG), settings),
        // So that the settings need not name it: they are read as Latin-1, and a comma in them
        // begins another directory.
        data.root(),
        Map.of(),
        url(port),
        null,
        List.of(new Port(NAME, port, "--kafka-port"), new Port(CONTROLLER, controller, null)),
        null,
        false,
        null);
  }

  static URI url(int port) {
    return URI.create("kafka://127.0.0.1:" + port);
  }

  /**
   * The command that prepares a new directory; it works in the directory of the settings.
   *
   * @param options of the JVM
   */
  static List<String> format(
      String java, Path libraries, List<String> options, String clusterId, Path settings) {
    return command(
        java,
        libraries,
        options,
        "kafka.tools.StorageTool",
        "format",
        "--ignore-formatted",
        "--cluster-id",
        clusterId,
        "-c",
        settings.toString());
  }

  /**
   * The command that is the broker; it works in the directory of the settings.
   *
   * @param options of the JVM
   */
  static List<String> run(String java, Path libraries, List<String> options, Path settings) {
    // What it keeps is small, and grows with the partitions; what passes through is not kept.
    var all = new ArrayList<>(List.of("-Xms64m", "-Xmx256m", "-Xmn16m"));
    all.addAll(options);
    return command(java, libraries, all, "kafka.Kafka", settings.toString());
  }

  private static List<String> with(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static List<String> command(
      String java, Path libraries, List<String> options, String... program) {
    var command =
        new ArrayList<>(
            List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", PinnedLocale.OPTION));
    command.addAll(options);
    // Not resolved as a path: on Windows no path may contain an asterisk.
    command.addAll(List.of("-cp", libraries + File.separator + "*"));
    command.addAll(List.of(program));
    return command;
  }

  /** Writes what a broker with its data below this directory is told; returns the file. */
  static Path writeSettings(Path root, Path libraries, int port, int controller) {
    Path settings = root.resolve("kafka.properties");
    try {
      OwnerOnly.makeDirectory(root.resolve(NAME));
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
  static String clusterId(Path root) {
    UUID id = UUID.nameUUIDFromBytes(root.toString().getBytes(StandardCharsets.UTF_8));
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
