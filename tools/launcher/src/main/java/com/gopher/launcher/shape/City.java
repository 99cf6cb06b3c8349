package com.gopher.launcher.shape;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.LostDatabase;
import com.gopher.launcher.process.Probe;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The shop, the tracker it was relieved of, and Kafka between them.
 *
 * <p>The broker and the applications start side by side: these wait for it by themselves. Only the
 * trackers' database server is waited for, because no application starts without its database.
 */
public final class City {

  public static final String TRACKER = TrackerProcess.NAME;
  public static final String KAFKA = BrokerProcess.NAME;
  public static final String SHOP = ShopProcess.NAME;
  public static final String DATABASE = DatabaseServer.NAME;
  public static final String GATEWAY = GatewayProcess.NAME;
  public static final String REGISTRY = Eureka.NAME;

  /** The option of {@code ./shop up} that {@link #beginWithNewTrackerDatabase} is for. */
  public static final String NEW_TRACKER_DATABASE = "--new-tracker-database";

  private static final int TRACKER_LIMIT = 6;

  private final DataDirectory data;
  private final BuiltPrograms programs;
  private final Map<String, String> settings;
  private final CityWishes wishes;
  private volatile boolean granted;

  /**
   * @param settings environment variables for shop and trackers, beside those of this process
   */
  public City(
      DataDirectory data, BuiltPrograms programs, Map<String, String> settings, CityWishes wishes) {
    this.data = data;
    this.programs = programs;
    this.settings = settings;
    this.wishes = wishes;
  }

  /**
   * Returns the city's processes, in the order in which they are started. To be called under the
   * data directory's lock.
   *
   * @throws CouldNotRun if what is asked for would lose what is on its way
   */
  public List<ProcessSpec> processes() {
    DistributedMonolith.refuseToReplace(data);
    CityPlan plan = plan(last());
    refuseIfImpossible(plan, last());
    if (CityPlan.of(data).isEmpty() && !ShopProcess.hasData(data)) {
      // Now and not when it is ready: if the start fails, the next one must not take the data
      // that it left behind for a castle's.
      plan.noteIn(data);
    }
    var ports = new PortChoice(data);
    var door =
        FrontDoor.in(data, ports, wishes.shopPort(), plan.hasGateway() ? programs.gateway() : null);
    var trackers =
        new TrackerProcess(data, programs.tracker(), settings, ports, wishes.trackerPort());
    var processes = new ArrayList<ProcessSpec>();
    String kafka = plan.kafka();
    if (kafka == null) {
      ProcessSpec broker =
          BrokerProcess.of(data, programs.java(), programs.broker(), ports, wishes.kafkaPort());
      processes.add(broker);
      kafka = broker.url().getAuthority();
    }
    String database = plan.trackerDatabase();
    if (plan.needsDatabaseServer()) {
      ProcessSpec server =
          DatabaseServer.of(
              programs.java(), programs.trackerJar(), trackers.exclusiveFile(), ports);
      processes.add(server);
      database = "jdbc:h2:" + server.url() + "/tracker";
    } else if (database == null) {
      database = "jdbc:h2:file:" + trackers.directory().resolve("tracker");
    }
    var shopSettings = new LinkedHashMap<>(settings);
    shopSettings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", kafka);
    processes.add(door.shop(programs.shop(), shopSettings).wishing(modeAtStart(plan)));
    for (int number = 1; number <= plan.trackers(); number++) {
      processes.add(trackers.number(number, kafka, database, plan));
    }
    if (!plan.hasRegistry()) {
      return door.before(processes);
    }
    return new Eureka(programs.eureka().get(), programs.java(), ports)
        .with(door.before(processes, List.of()));
  }

  /**
   * Sets the trackers' database aside, so that they begin with an empty one and take back from
   * Kafka what they have announced. To be called under the data directory's lock.
   *
   * @return where it is kept; empty if there was none
   * @throws CouldNotRun if a tracker runs, or the database is somebody else's
   */
  public Optional<Path> beginWithNewTrackerDatabase() {
    CityPlan plan = plan(last());
    if (plan.trackerDatabase() != null) {
      throw new CouldNotRun(
          "The trackers' database is %s, which is not this program's to replace. Nothing was changed. Leave out %s; drop the schema tracker there if that is what you want."
              .formatted(plan.trackerDatabase(), NEW_TRACKER_DATABASE));
    }
    if (aTrackerRuns() || data.running(DATABASE).filter(RunningProcess::isAlive).isPresent()) {
      throw new CouldNotRun(
          "A tracker of the city in %s runs. Nothing was changed. End the city first (./shop down --data-dir %s), then type the same command again."
              .formatted(data.root(), data.typed()));
    }
    return LostDatabase.setAside(
        new TrackerProcess(data, List.of(), Map.of(), new PortChoice(data), null).databaseFile());
  }

  /** True if a city was started in this data directory before. */
  public static boolean livesIn(DataDirectory data) {
    return CityPlan.of(data).isPresent();
  }

  /** Where the Kafka of this data directory's city is; empty if it is the city's own and ended. */
  public static Optional<URI> kafka(DataDirectory data) {
    String others = CityPlan.of(data).map(CityPlan::kafka).orElse(null);
    return others == null
        ? data.running(KAFKA).map(RunningProcess::url)
        : Optional.of(kafkaUrl(others));
  }

  public static boolean isTracker(RunningProcess process) {
    return process.name().startsWith(TRACKER);
  }

  /** Notes how the city was built; to be called when it is ready, under the same lock. */
  public void note() {
    plan(last()).noteIn(data);
    granted = true;
  }

  /** Notes who decides about new orders now, if a city was built here. */
  public static void noteDelivery(DataDirectory data, Delivery mode) {
    CityPlan.of(data).ifPresent(plan -> plan.with(mode).noteIn(data));
  }

  /** True if the city in this data directory was built with a gateway before it. */
  public static boolean hasGateway(DataDirectory data) {
    return CityPlan.of(data).filter(CityPlan::hasGateway).isPresent();
  }

  /** How the gateway of the city in this data directory finds the trackers. */
  public static Discovery discovery(DataDirectory data) {
    return CityPlan.of(data).filter(CityPlan::hasRegistry).isPresent()
        ? Discovery.EUREKA
        : Discovery.LIST;
  }

  /**
   * Forgets how the city was built that has ended here; what Kafka and the trackers have stored
   * stays.
   */
  public static void forget(DataDirectory data) {
    CityPlan.forget(data);
  }

  /** Who decides about new orders, as the shop that runs says; empty if it does not. */
  public Optional<Delivery> modeInForce() {
    return data.running(SHOP).filter(RunningProcess::isAlive).flatMap(StoredMode::of);
  }

  /** A wish is told once: one that is brought back later keeps the mode that it has stored. */
  private ProcessSpec.Wishes modeAtStart(CityPlan plan) {
    var told = new LinkedHashMap<String, String>();
    told.put("SHOP_DELIVERY_AT_FIRST", plan.delivery().toString());
    Delivery wish = granted ? null : wishes.delivery();
    if (wish == null) {
      return new ProcessSpec.Wishes(told, false);
    }
    told.put("SHOP_DELIVERY", wish.toString());
    return new ProcessSpec.Wishes(told, !modeInForce().equals(Optional.of(wish)));
  }

  /** What was noted, or what a directory amounts to in which no city was started yet. */
  private CityPlan last() {
    return CityPlan.of(data)
        .orElseGet(
            () ->
                new CityPlan(
                    ShopProcess.hasData(data) ? Delivery.IN_PROCESS : Delivery.EXTRACTED,
                    wishes.kafka(),
                    1,
                    null,
                    null,
                    null));
  }

  private CityPlan plan(CityPlan last) {
    return new CityPlan(
        wishes.delivery() != null ? wishes.delivery() : last.delivery(),
        wishes.kafka() != null ? wishes.kafka() : last.kafka(),
        wishes.trackers() != null ? wishes.trackers() : last.trackers(),
        wishes.trackerDatabase() != null ? wishes.trackerDatabase() : last.trackerDatabase(),
        wishes.gateway() != null ? wishes.gateway() : last.gateway(),
        wishes.discovery() != null ? wishes.discovery() : last.discovery());
  }

  private void refuseIfImpossible(CityPlan plan, CityPlan last) {
    if (plan.trackers() < 1 || plan.trackers() > TRACKER_LIMIT) {
      throw new CouldNotRun(
          "--trackers must be between 1 and %s, the number of partitions they share. Nothing was started.",
          TRACKER_LIMIT);
    }
    if (plan.hasRegistry() && !plan.hasGateway()) {
      throw new CouldNotRun(
          "Nobody but a gateway asks a map: trackers hear of orders by Kafka. Nothing was changed. Add --gateway, or take the map away: --map %s",
          Discovery.LIST);
    }
    if (plan.kafka() != null && last.kafka() == null) {
      throw new CouldNotRun(
          "The city in %s has a Kafka of its own, and what is on its way there would be lost. Nothing was changed. Leave out --kafka, or build another city: --data-dir DIR",
          data.root());
    }
    if (plan.kafka() != null && wishes.kafkaPort() != null) {
      throw new CouldNotRun(
          "--kafka names a Kafka that runs already, --kafka-port the port of a new one. Nothing was started. Leave out one of them.");
    }
    if (plan.kafka() != null
        && data.running().isEmpty()
        && !Probe.of(kafkaUrl(plan.kafka()), null).isReady()) {
      throw new CouldNotRun(
          "No Kafka answers at %s. Nothing was started. Start it, or choose another: --kafka HOST:PORT",
          plan.kafka());
    }
    if (!Objects.equals(plan.trackerDatabase(), last.trackerDatabase())
        && CityPlan.of(data).isPresent()) {
      throw new CouldNotRun(
          "The trackers in %s have their parcels in another database, and those would be lost. Nothing was changed. Leave out --tracker-database, or build another city: --data-dir DIR",
          data.root());
    }
    boolean hasDatabaseServer = data.running(DatabaseServer.NAME).isPresent();
    if (plan.needsDatabaseServer() != hasDatabaseServer && aTrackerRuns()) {
      throw new CouldNotRun(
          "One tracker holds its database file alone, several share a server, and a tracker runs. Nothing was changed. End the city first (./shop down --data-dir %s), then type the same command again.",
          data.typed());
    }
  }

  private boolean aTrackerRuns() {
    return data.running().stream().anyMatch(process -> isTracker(process) && process.isAlive());
  }

  private static URI kafkaUrl(String address) {
    try {
      URI url = URI.create("kafka://" + address);
      if (url.getHost() != null && url.getPort() > 0) {
        return url;
      }
    } catch (IllegalArgumentException noUrl) {
      // Said below.
    }
    throw new CouldNotRun(
        address + " is no address of a Kafka. Nothing was started. Write --kafka HOST:PORT");
  }
}
