package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who has the address that clients know: the shop, or a gateway before it. */
public final class FrontDoor {

  private final DataDirectory data;
  private final PortChoice ports;
  private final int port;
  private final @Nullable Supplier<List<String>> gateway;

  private FrontDoor(
      DataDirectory data,
      PortChoice ports,
      @Nullable Integer askedPort,
      @Nullable Supplier<List<String>> gateway) {
    this.data = data;
    this.ports = ports;
    this.gateway = gateway;
    this.port = ports.known(ShopProcess.NAME, name(), askedPort, ShopProcess.STANDARD_PORT);
  }

  /**
   * @param askedPort null for the one of last time
   * @param gateway its command; null if there shall be none
   * @throws CouldNotRun if what runs has another door
   */
  static FrontDoor in(
      DataDirectory data,
      PortChoice ports,
      @Nullable Integer askedPort,
      @Nullable Supplier<List<String>> gateway) {
    refuseToRebuild(data, gateway != null);
    return new FrontDoor(data, ports, askedPort, gateway);
  }

  /** The process that serves clients in this data directory, if it runs. */
  public static Optional<RunningProcess> of(DataDirectory data) {
    return running(data, GatewayProcess.NAME).or(() -> running(data, ShopProcess.NAME));
  }

  /** True if this is the process at which clients arrive. */
  public static boolean is(RunningProcess process, List<RunningProcess> all) {
    return process.name().equals(GatewayProcess.NAME)
        || (process.name().equals(ShopProcess.NAME)
            && all.stream().noneMatch(other -> other.name().equals(GatewayProcess.NAME)));
  }

  private static void refuseToRebuild(DataDirectory data, boolean wanted) {
    // One that has died is there: it is started again at the same place.
    boolean isThere = data.running(GatewayProcess.NAME).isPresent();
    if (running(data, ShopProcess.NAME).isPresent() && isThere != wanted) {
      throw new CouldNotRun(
          "What runs in %s has %s. Nothing was changed. End it first (./shop down --data-dir %s), then type the same command again.",
          data.root(), isThere ? "a gateway before it" : "no gateway before it", data.typed());
    }
  }

  private static Optional<RunningProcess> running(DataDirectory data, String name) {
    return data.running(name).filter(RunningProcess::isAlive);
  }

  private String name() {
    return gateway == null ? ShopProcess.NAME : GatewayProcess.NAME;
  }

  /** The shop with the port that is left to it, and then the gateway, if there is one. */
  ProcessSpec shop(List<String> command, Map<String, String> settings) {
    return gateway == null
        ? ShopProcess.atTheDoor(data, port, command, settings, ports)
        : ShopProcess.behindTheGateway(data, command, settings, ports);
  }

  /** The processes of a shape and what stands before them, which is to be started last. */
  List<ProcessSpec> before(List<ProcessSpec> processes) {
    return before(processes, urls(processes, TrackerProcess.NAME));
  }

  /**
   * @param listed the addresses of trackers that the gateway is told
   */
  List<ProcessSpec> before(List<ProcessSpec> processes, List<URI> listed) {
    if (gateway == null) {
      return processes;
    }
    var all = new ArrayList<>(processes);
    all.add(
        GatewayProcess.of(
            gateway.get(), ports, port, urls(processes, ShopProcess.NAME).get(0), listed));
    return all;
  }

  private static List<URI> urls(List<ProcessSpec> processes, String kind) {
    return processes.stream()
        .filter(process -> process.name().equals(kind) || process.name().startsWith(kind + "-"))
        .map(ProcessSpec::url)
        .toList();
  }
}
