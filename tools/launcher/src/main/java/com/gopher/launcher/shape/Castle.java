package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shop as one process. */
public final class Castle {

  public static final String SHOP = ShopProcess.NAME;

  private final DataDirectory data;
  private final List<String> shopCommand;
  private final Map<String, String> settings;
  private final @Nullable Integer shopPort;
  private final @Nullable Supplier<List<String>> gateway;

  /**
   * @param settings environment variables for the shop, beside those of this process
   * @param shopPort the port the user asked for; null for the one of last time, 8080 at first
   */
  public Castle(
      DataDirectory data,
      List<String> shopCommand,
      Map<String, String> settings,
      @Nullable Integer shopPort) {
    this(data, shopCommand, settings, shopPort, null);
  }

  /**
   * @param gateway the command of a gateway that shall stand before the shop
   */
  public Castle(
      DataDirectory data,
      List<String> shopCommand,
      Map<String, String> settings,
      @Nullable Integer shopPort,
      @Nullable Supplier<List<String>> gateway) {
    this.data = data;
    this.shopCommand = shopCommand;
    this.settings = settings;
    this.shopPort = shopPort;
    this.gateway = gateway;
  }

  /**
   * Returns the castle's processes, with the ports that the data directory remembers where they are
   * still free.
   *
   * @throws CouldNotRun if a city lives in the data directory: its parcels would wait for a tracker
   *     that nobody starts
   */
  public List<ProcessSpec> processes() {
    DistributedMonolith.refuseToReplace(data);
    refuseToReplaceACity();
    FrontDoor door = FrontDoor.in(data, new PortChoice(data), shopPort, gateway);
    return door.before(List.of(door.shop(shopCommand, settings)));
  }

  private static boolean isOfACastle(RunningProcess process) {
    return List.of(SHOP, GatewayProcess.NAME, Traces.NAME).contains(process.name());
  }

  private void refuseToReplaceACity() {
    if (data.running().stream().anyMatch(process -> process.isAlive() && !isOfACastle(process))) {
      throw new CouldNotRun(
          "A city runs in the data directory %s. Nothing was changed. End it first: ./shop down --data-dir %s",
          data.root(), data.typed());
    }
    CityPlan.of(data)
        .filter(plan -> plan.delivery() != Delivery.IN_PROCESS && ShopProcess.hasData(data))
        .ifPresent(
            plan -> {
              throw new CouldNotRun(
                  "The data directory %s is a city's: its mode of delivery is %s, which needs a tracker. Nothing was started. Start the city with ./shop up city, or lead it back first: ./shop up city --delivery in-process --data-dir %s",
                  data.root(), plan.delivery(), data.typed());
            });
  }
}
