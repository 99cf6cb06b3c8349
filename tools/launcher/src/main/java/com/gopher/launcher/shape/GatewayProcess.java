package com.gopher.launcher.shape;

import com.gopher.launcher.process.Port;
import com.gopher.launcher.process.ProcessSpec;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gateway's process: it has the port that clients know, and a list of those behind it. */
final class GatewayProcess {

  static final String NAME = "gateway";

  private static final String ADDRESSES = "SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_";

  private GatewayProcess() {}

  /**
   * @param port the known one
   * @param trackers none in a castle, or where it asks a registry
   */
  static ProcessSpec of(
      List<String> command, PortChoice ports, int port, URI shop, List<URI> trackers) {
    int management = ports.any(PortChoice.management(NAME), NAME);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SERVER_PORT", "" + port);
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    environment.put(ADDRESSES + "SHOP_0_URI", shop.toString());
    if (trackers.isEmpty()) {
      // By itself it would ask whoever has the port that a tracker usually has.
      environment.put(ADDRESSES + "TRACKER", "");
    }
    for (int number = 0; number < trackers.size(); number++) {
      environment.put(ADDRESSES + "TRACKER_" + number + "_URI", trackers.get(number).toString());
    }
    return ProcessSpec.of(
        NAME,
        command,
        environment,
        URI.create("http://127.0.0.1:" + port),
        URI.create("http://127.0.0.1:" + management),
        List.of(
            new Port(ShopProcess.NAME, port, ShopProcess.PORT_OPTION),
            new Port(PortChoice.management(NAME), management, null)),
        null);
  }
}
