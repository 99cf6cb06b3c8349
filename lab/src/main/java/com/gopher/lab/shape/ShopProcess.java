package com.gopher.lab.shape;

import com.gopher.lab.process.DataDirectory;
import com.gopher.lab.process.Port;
import com.gopher.lab.process.ProcessSpec;
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

  private static final int STANDARD_PORT = 8080;

  private ShopProcess() {}

  static ProcessSpec of(
      DataDirectory data,
      List<String> command,
      Map<String, String> settings,
      PortChoice ports,
      @Nullable Integer askedPort) {
    int port = ports.known(NAME, askedPort, STANDARD_PORT);
    int management = ports.any(PortChoice.management(NAME), NAME);
    var environment = new LinkedHashMap<>(settings);
    environment.put("SERVER_PORT", "" + port);
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    environment.put("SHOP_DATA_DIR", data.root().toString());
    return ProcessSpec.of(
        NAME,
        command,
        environment,
        URI.create("http://127.0.0.1:" + port),
        URI.create("http://127.0.0.1:" + management),
        List.of(
            new Port(NAME, port, "--shop-port"),
            new Port(PortChoice.management(NAME), management, null)),
        database(data));
  }

  /** True if a shop has worked here before. */
  static boolean hasData(DataDirectory data) {
    return Files.exists(database(data));
  }

  private static Path database(DataDirectory data) {
    return data.root().resolve("shop.mv.db");
  }
}
