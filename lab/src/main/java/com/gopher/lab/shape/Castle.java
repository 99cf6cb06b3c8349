package com.gopher.lab.shape;

import com.gopher.lab.process.DataDirectory;
import com.gopher.lab.process.Port;
import com.gopher.lab.process.Ports;
import com.gopher.lab.process.ProcessSpec;
import com.gopher.lab.process.RunningProcess;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shop as one process. */
public final class Castle {

  public static final String SHOP = "shop";

  private static final int DEFAULT_SHOP_PORT = 8080;
  private static final String MANAGEMENT = "shop-management";

  private final DataDirectory data;
  private final List<String> shopCommand;
  private final Map<String, String> settings;
  private final @Nullable Integer shopPort;

  /**
   * @param settings environment variables for the shop, beside those of this process
   * @param shopPort the port the user asked for; null for the one of last time, 8080 at first
   */
  public Castle(
      DataDirectory data,
      List<String> shopCommand,
      Map<String, String> settings,
      @Nullable Integer shopPort) {
    this.data = data;
    this.shopCommand = shopCommand;
    this.settings = settings;
    this.shopPort = shopPort;
  }

  /**
   * Returns the castle's processes, with the ports that the data directory remembers where they are
   * still free.
   */
  public Shape shape() {
    Map<String, Integer> known = data.ports();
    boolean runs = data.running(SHOP).filter(RunningProcess::isAlive).isPresent();
    int port = shopPort == null ? known.getOrDefault(SHOP, DEFAULT_SHOP_PORT) : shopPort;
    if (port == 0) {
      port = keptOrFree(known.getOrDefault(SHOP, 0), runs);
    }
    int management = keptOrFree(known.getOrDefault(MANAGEMENT, 0), runs);
    if (management == port) {
      management = Ports.free();
    }
    var environment = new LinkedHashMap<>(settings);
    environment.put("SERVER_PORT", "" + port);
    environment.put("MANAGEMENT_SERVER_PORT", "" + management);
    environment.put("SHOP_DATA_DIR", data.root().toString());
    return new Shape(
        "castle",
        List.of(
            new ProcessSpec(
                SHOP,
                shopCommand,
                environment,
                URI.create("http://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + management),
                List.of(
                    new Port(SHOP, port, "--shop-port"), new Port(MANAGEMENT, management, null)),
                data.root())));
  }

  /** A port that nobody asked for by number is kept as long as nobody else takes it. */
  private static int keptOrFree(int known, boolean runs) {
    return known == 0 || (!runs && Ports.isTaken(known)) ? Ports.free() : known;
  }
}
