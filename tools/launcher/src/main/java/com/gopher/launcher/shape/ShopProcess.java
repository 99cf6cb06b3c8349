package com.gopher.launcher.shape;

import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ExclusiveFile;
import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shop's process, the same in each shape but for its settings. */
final class ShopProcess {

  static final String NAME = "shop";

  static final int STANDARD_PORT = 8080;
  static final String PORT_OPTION = "--shop-port";

  private static final String BEHIND_THE_GATEWAY = NAME + "-behind-the-gateway";

  private ShopProcess() {}

  /**
   * @param port the one that clients know
   */
  static ProcessSpec atTheDoor(
      DataDirectory data,
      int port,
      List<String> command,
      Map<String, String> settings,
      PortChoice ports) {
    return of(
        NAME, new Port(NAME, port, PORT_OPTION), data, command, settings, ports, database(data));
  }

  /** A shop whose port is the gateway's to know. */
  static ProcessSpec behindTheGateway(
      DataDirectory data, List<String> command, Map<String, String> settings, PortChoice ports) {
    var port = new Port(BEHIND_THE_GATEWAY, ports.any(BEHIND_THE_GATEWAY, NAME), null);
    return of(NAME, port, data, command, settings, ports, database(data));
  }

  /** A shop that clients know, whose database is where the settings say. */
  static ProcessSpec onAServer(
      Port port,
      DataDirectory data,
      List<String> command,
      Map<String, String> settings,
      PortChoice ports) {
    return of(NAME, port, data, command, settings, ports, null);
  }

  /** One of several shops, whose database is wherever the settings say. */
  static ProcessSpec oneOfMany(
      String name,
      DataDirectory data,
      List<String> command,
      Map<String, String> settings,
      PortChoice ports) {
    var port = new Port(name, ports.any(name, name), name.equals(NAME) ? PORT_OPTION : null);
    return of(name, port, data, command, settings, ports, null);
  }

  private static ProcessSpec of(
      String name,
      Port port,
      DataDirectory data,
      List<String> command,
      Map<String, String> settings,
      PortChoice ports,
      @Nullable Path databaseFile) {
    int management = ports.any(PortChoice.management(name), name);
    var environment = new LinkedHashMap<>(settings);
    environment.put("SERVER_PORT", "" + port.number());
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    environment.put("SHOP_DATA_DIR", data.root().toString());
    return ProcessSpec.of(
        name,
        command,
        environment,
        URI.create("http://127.0.0.1:" + port.number()),
        URI.create("http://127.0.0.1:" + management),
        List.of(port, new Port(PortChoice.management(name), management, null)),
        databaseFile == null ? null : new ExclusiveFile(databaseFile, null));
  }

  /** True if a shop has worked here before. */
  static boolean hasData(DataDirectory data) {
    return Files.exists(database(data));
  }

  static Path database(DataDirectory data) {
    return data.root().resolve("shop.mv.db");
  }
}
