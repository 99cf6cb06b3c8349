package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ExclusiveFile;
import com.gopher.launcher.process.OwnerOnly;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tracker's process, one of those that share a city's orders.
 *
 * @param askedPort of the first one
 */
record TrackerProcess(
    DataDirectory data,
    List<String> command,
    Map<String, String> settings,
    PortChoice ports,
    @Nullable Integer askedPort) {

  static final String NAME = "tracker";

  private static final int STANDARD_PORT = 8081;

  /**
   * @param number from 1
   */
  ProcessSpec number(int number, String kafka, String database, CityPlan plan) {
    String name = number == 1 ? NAME : NAME + "-" + number;
    int port =
        number == 1 ? ports.known(name, name, askedPort, STANDARD_PORT) : ports.any(name, name);
    int management = ports.any(PortChoice.management(name), name);
    makeDirectory();
    var environment = new LinkedHashMap<>(settings);
    environment.put("SERVER_PORT", "" + port);
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    environment.put("TRACKER_DATA_DIR", directory().toString());
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka);
    // Never left to chance: the environment may name the shop's database and its login.
    if (plan.trackerDatabase() == null) {
      environment.putAll(DatabaseServer.settings(database, exclusiveFile()));
    } else {
      environment.put("SPRING_DATASOURCE_URL", database);
      environment.put(
          "SPRING_DATASOURCE_USERNAME", fromEnvironment("TRACKER_DATABASE_USERNAME", "admin"));
      environment.put(
          "SPRING_DATASOURCE_PASSWORD", fromEnvironment("TRACKER_DATABASE_PASSWORD", ""));
    }
    return ProcessSpec.of(
        name,
        command,
        environment,
        URI.create("http://127.0.0.1:" + port),
        URI.create("http://127.0.0.1:" + management),
        List.of(
            new Port(name, port, number == 1 ? "--tracker-port" : null),
            new Port(PortChoice.management(name), management, null)),
        plan.needsDatabaseServer() ? null : exclusiveFile());
  }

  /** Also where the database is elsewhere: the token of its management calls is kept in it. */
  private void makeDirectory() {
    try {
      OwnerOnly.makeDirectory(directory());
    } catch (IOException e) {
      throw new CouldNotRun(
          "The directory %s cannot be made (%s). Nothing was started. Choose another data directory: --data-dir DIR"
              .formatted(directory(), e),
          e);
    }
  }

  Path directory() {
    return data.root().resolve("tracker");
  }

  ExclusiveFile exclusiveFile() {
    return new ExclusiveFile(databaseFile(), City.NEW_TRACKER_DATABASE);
  }

  Path databaseFile() {
    return directory().resolve("tracker.mv.db");
  }

  private static String fromEnvironment(String name, String standard) {
    return System.getenv().getOrDefault(name, standard);
  }
}
