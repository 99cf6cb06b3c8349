package com.gopher.lab.faults;

import com.gopher.lab.load.JsonApi;
import com.gopher.lab.system.ServerPort;
import com.gopher.lab.system.SmallDisk;
import com.gopher.lab.system.SystemUnderTest;
import com.gopher.lab.system.Waiting;
import com.gopher.lab.topic.TopicReader;
import com.gopher.lab.topic.TopicRecord.Content;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.jvm.Sabotaged;
import com.gopher.launcher.process.LostDatabase;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A city of real processes, and all that a fault can do to it. Used by one thread. */
final class CityUnderTest implements AutoCloseable {

  private static final Duration CONNECTED_WITHIN = Duration.ofMinutes(3);
  private static final Duration REBALANCED_WITHIN = Duration.ofSeconds(60);

  private final @Nullable SmallDisk disk;
  private final SystemUnderTest system;
  private final BuiltPrograms programs;
  private final Sabotaged sabotaged = Sabotaged.fromThisBuild();
  private final Traps traps;
  private final Map<String, String> settings;
  private final Map<String, List<String>> sabotage;
  private final SplittableRandom random;
  private final Set<Content> poison = new LinkedHashSet<>();
  private final int shopPort = ServerPort.free();
  private final int trackerPort = ServerPort.free(shopPort);
  private final int kafkaPort = ServerPort.free(shopPort, trackerPort);
  private final boolean gateway;
  private int trackers;
  private boolean hasRoad = true;
  private volatile @Nullable TopicReader topics;

  CityUnderTest(
      Path directory,
      BuiltPrograms programs,
      CityConfig config,
      LoadProfile profile,
      long seed,
      Console console)
      throws IOException {
    this.disk =
        config.diskMegabytes() == 0 ? null : SmallDisk.at(directory, config.diskMegabytes());
    this.system = new SystemUnderTest(directory, console);
    this.programs = programs;
    this.traps = new Traps(Files.createDirectories(directory.resolve("traps")));
    this.settings = new LinkedHashMap<>(profile.settings());
    this.settings.putAll(config.settings());
    this.sabotage = new HashMap<>(config.sabotage());
    this.trackers = config.trackers();
    this.gateway = profile.throughGateway();
    this.random = new SplittableRandom(seed);
  }

  /** Starts what is missing, and again what shall be otherwise; returns when all are ready. */
  void bringUp() throws InterruptedException {
    var wishes =
        new CityWishes(null, null, trackers, null, shopPort, trackerPort, kafkaPort, gateway, null);
    var city = new City(system.data(), programs, settings, wishes);
    system.bringUp(() -> city.processes().stream().map(this::harmed).toList(), city::note);
  }

  private ProcessSpec harmed(ProcessSpec spec) {
    if (spec.name().equals(City.SHOP) && !hasRoad) {
      return spec.without("SPRING_KAFKA_BOOTSTRAP_SERVERS");
    }
    String kind = spec.name().startsWith(City.TRACKER) ? City.TRACKER : spec.name();
    List<String> names = sabotage.getOrDefault(kind, List.of());
    return names.isEmpty()
        ? spec
        : sabotaged.in(
            spec.with(Map.of("SABOTAGE_TRAPS", traps.directory().toString())),
            names.toArray(String[]::new));
  }

  /**
   * Returns when shop and trackers hear each other; an application is ready before that.
   *
   * @throws CouldNotRun if they never do
   */
  void awaitConnected() throws InterruptedException {
    if (!Waiting.until(
        CONNECTED_WITHIN,
        () ->
            topics().members(TopicReader.TRACKERS) == trackers
                && topics().members(TopicReader.SHOP) == 1)) {
      throw new CouldNotRun(
          "Shop and tracker did not find each other within %s s. No fault struck; all processes were ended. Try again on a machine that is less busy.",
          CONNECTED_WITHIN.toSeconds());
    }
  }

  /** Returns whether the group of trackers came to have so many members with partitions. */
  boolean awaitTrackers(int members) throws InterruptedException {
    return Waiting.until(
        REBALANCED_WITHIN, () -> topics().members(TopicReader.TRACKERS) == members);
  }

  /** Takes effect when the processes are brought up the next time. */
  void sabotage(String process, String... names) {
    sabotage.put(process, List.of(names));
  }

  /** Takes one sabotage from all processes, when they are brought up the next time. */
  void endSabotage(String name) {
    sabotage.replaceAll(
        (process, names) -> names.stream().filter(other -> !other.equals(name)).toList());
  }

  /**
   * Whether the shop knows of Kafka, as a castle's does not. Takes effect when the processes are
   * brought up the next time; while it does not, it is whole.
   */
  void road(boolean whether) {
    hasRoad = whether;
  }

  /** Takes effect when the processes are brought up the next time. */
  void trackers(int number) {
    trackers = number;
  }

  RunningProcess process(String name) {
    return system.process(name);
  }

  /** Also the dead. */
  List<RunningProcess> processes() {
    return system.processes();
  }

  List<RunningProcess> trackers() {
    return system.processes().stream().filter(City::isTracker).toList();
  }

  /** The seed chooses. */
  String oneOfTwoTrackers() {
    return random.nextBoolean() ? City.TRACKER : City.TRACKER + "-2";
  }

  /** Where the management port of an application is. */
  URI management(String name) {
    return Objects.requireNonNull(process(name).managementUrl());
  }

  /**
   * Writes to the shop's management port, once more while the shop is only busy.
   *
   * @throws IOException if the shop does not answer, or refuses
   */
  void tellShop(String endpoint, String json) throws IOException {
    Path token = system.data().root().resolve("management-token");
    new ManagementCall(
            management(City.SHOP), "/actuator/" + endpoint, Files.readString(token).strip())
        .send(json);
  }

  /** What the shop says at its management port. */
  JsonNode askShop(String endpoint) throws IOException {
    try (var management = new JsonApi(management(City.SHOP))) {
      return management.get("/actuator/" + endpoint);
    }
  }

  /** Where customers arrive. */
  URI frontDoor() {
    return process(gateway ? City.GATEWAY : City.SHOP).url();
  }

  void kill(String name) {
    system.kill(name);
  }

  void end(String name) {
    system.end(name);
  }

  void freeze(String name) throws IOException, InterruptedException {
    system.freeze(name);
  }

  void thaw(String name) throws IOException, InterruptedException {
    system.thaw(name);
  }

  /** The file system that the fault has asked for. */
  SmallDisk disk() {
    return Objects.requireNonNull(disk);
  }

  /** The names of the processes that have ended by themselves. */
  List<String> ended() {
    return system.processes().stream()
        .filter(process -> !process.isAlive())
        .map(RunningProcess::name)
        .toList();
  }

  /** Files of this city whose name ends like this and that have anything in them. */
  long filled(String ending) throws IOException {
    try (var files = Files.walk(system.data().root())) {
      return files
          .filter(file -> file.toString().endsWith(ending) && file.toFile().length() > 0)
          .count();
    }
  }

  Traps traps() {
    return traps;
  }

  TopicReader topics() {
    TopicReader known = topics;
    if (known == null) {
      known = new TopicReader(process(City.KAFKA).url().getAuthority());
      topics = known;
    }
    return known;
  }

  /** Sends by hand what nobody can read. */
  void poison(String topic, List<Content> records) throws Exception {
    poison.addAll(records);
    topics().send(topic, records);
  }

  Set<Content> poison() {
    return Set.copyOf(poison);
  }

  /** What a dead broker had stored. */
  void deleteKafka() throws IOException {
    Path kafka = system.data().root().resolve("kafka");
    try (var files = Files.walk(kafka)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What a dead tracker had stored; it may begin anew. */
  void loseTrackerDatabase() {
    LostDatabase.setAside(system.data().root().resolve("tracker").resolve("tracker.mv.db"));
  }

  /** A copy of what a shop has stored that does not run; its file lies beside the others. */
  Path copyShopDatabase() throws IOException {
    Path database = shopDatabase();
    return Files.copy(
        database,
        database.resolveSibling("shop-copy.mv.db"),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** What a dead shop had stored is as it was when it was copied. */
  void restoreShopDatabase(Path copy) throws IOException {
    Files.move(copy, shopDatabase(), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path shopDatabase() {
    return system.data().root().resolve("shop.mv.db");
  }

  /** A counter or gauge of an application; 0 if it has none of this name. */
  double metric(String process, String name) throws IOException {
    try (var management = new JsonApi(process(process).managementUrl())) {
      return management.metric(name);
    }
  }

  /** How many stored events sabotage has left in the shop, by the date that it gives them. */
  long eventsLeftBehind() throws IOException {
    return askShop("publications")
        .path("items")
        .valueStream()
        .filter(item -> item.path("publishedAt").asString().startsWith("1970-01-01T"))
        .count();
  }

  /** How many stored events the shop says it cannot read. */
  long unreadableEvents() throws IOException {
    return CityObserver.unreadable(askShop("publications"));
  }

  double trackersMetric(String name) throws IOException {
    double sum = 0;
    for (RunningProcess tracker : trackers()) {
      sum += metric(tracker.name(), name);
    }
    return sum;
  }

  /** What the seed chooses between these, in milliseconds. */
  Duration between(long shortest, long longest) {
    return Duration.ofMillis(random.nextLong(shortest, longest + 1));
  }

  SplittableRandom random() {
    return random;
  }

  /** Lets the city go on for a while. */
  void pause(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  /** Ends all processes; may be called at any time and by any thread, also twice. */
  @Override
  public void close() {
    TopicReader known = topics;
    if (known != null) {
      known.close();
    }
    system.close();
    if (disk != null) {
      disk.close();
    }
  }
}
