package com.gopher.lab.faults;

import com.gopher.lab.faults.RoadRecord.Letter;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.jvm.Sabotaged;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A city of real processes, and all that can be done to it. Used by one thread. */
final class Scene implements AutoCloseable {

  static final String SHOP = "shop";
  static final String TRACKER = "tracker";
  static final String DATABASE = "database";

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration DYING = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 50;
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 32_000;

  private final DataDirectory data;
  private final Fleet fleet;
  private final BuiltPrograms programs;
  private final Sabotaged sabotaged;
  private final Path traps;
  private final Map<String, String> settings;
  private final Map<String, List<String>> sabotage;
  private final SplittableRandom random;
  private final Set<Long> frozen = ConcurrentHashMap.newKeySet();
  private final List<Letter> poison = new ArrayList<>();
  private final int shopPort = freePort();
  private final int trackerPort = freePort();
  private final int kafkaPort = freePort();
  private int trackers;
  private volatile @Nullable Road road;
  private volatile boolean closed;

  Scene(Path directory, BuiltPrograms programs, Stage stage, Pace pace, long seed, Console console)
      throws IOException {
    this.data = new DataDirectory(directory);
    this.fleet = new Fleet(data, console, READY_WITHIN);
    this.programs = programs;
    this.sabotaged = Sabotaged.fromThisBuild();
    this.traps = Files.createDirectories(directory.resolve("traps"));
    this.settings = new LinkedHashMap<>(pace.settings());
    this.settings.putAll(stage.settings());
    this.sabotage = new HashMap<>(stage.sabotage());
    this.trackers = stage.trackers();
    this.random = new SplittableRandom(seed);
  }

  /**
   * A port below those that systems give to clients. Who tries again and again to reach a dead
   * server may be given that server's port for his own end, and then he is connected with himself
   * and the server cannot come back.
   */
  private static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // Another one then.
      }
    }
  }

  /** Starts what is missing, and again what shall be otherwise; returns when all are ready. */
  void bringUp() throws InterruptedException {
    var wishes = new CityWishes(null, null, trackers, null, shopPort, trackerPort, kafkaPort);
    var city = new City(data, programs, settings, wishes);
    fleet.bringUp(
        () -> closed ? List.of() : city.shape().processes().stream().map(this::harmed).toList(),
        city::note);
  }

  /**
   * Returns when shop and trackers hear each other; an application is ready before that.
   *
   * @throws CouldNotRun if they never do
   */
  void awaitOpenRoad() throws InterruptedException {
    if (!await(
        READY_WITHIN,
        () -> road().members(Road.TRACKERS) == trackers && road().members(Road.SHOP) == 1)) {
      throw new CouldNotRun(
          "Shop and tracker did not find each other within %s s. No fault struck; all processes were ended. Try again on a machine that is less busy."
              .formatted(READY_WITHIN.toSeconds()));
    }
  }

  private ProcessSpec harmed(ProcessSpec spec) {
    List<String> names =
        sabotage.getOrDefault(spec.name().startsWith(TRACKER) ? TRACKER : spec.name(), List.of());
    if (names.isEmpty()) {
      return spec;
    }
    return sabotaged.in(
        spec.with(Map.of("SABOTAGE_TRAPS", traps.toString())), names.toArray(String[]::new));
  }

  /** Takes effect when the processes are brought up the next time. */
  void sabotage(String process, String... names) {
    sabotage.put(process, List.of(names));
  }

  /** Takes effect when the processes are brought up the next time. */
  void trackers(int number) {
    trackers = number;
  }

  RunningProcess process(String name) {
    return data.running(name).orElseThrow();
  }

  List<RunningProcess> trackers() {
    return data.running().stream().filter(City::isTracker).toList();
  }

  URI shop() {
    return process(SHOP).url();
  }

  /** As {@code kill -9} does; returns when it is dead. */
  void kill(String name) throws InterruptedException {
    RunningProcess victim = process(name);
    ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
    await(DYING, () -> !victim.isAlive());
  }

  /** As an operator does who is in no hurry; returns when it has ended. */
  void end(String name) throws InterruptedException {
    RunningProcess ended = process(name);
    ProcessHandle.of(ended.pid()).ifPresent(ProcessHandle::destroy);
    await(DYING, () -> !ended.isAlive());
  }

  /** It keeps its connections and its memory, and does nothing any more. */
  void freeze(String name) throws IOException, InterruptedException {
    long pid = process(name).pid();
    frozen.add(pid);
    signal("-STOP", pid);
  }

  void thaw(String name) throws IOException, InterruptedException {
    long pid = process(name).pid();
    signal("-CONT", pid);
    frozen.remove(pid);
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", signal, "" + pid).start().waitFor();
    if (status != 0) {
      throw new IOException("kill " + signal + " " + pid + " ended with " + status);
    }
  }

  /** From now on, who comes to this place is held there. */
  void arm(String trap) throws IOException {
    Files.createFile(traps.resolve(trap + ".armed"));
  }

  /** Where somebody is held; null if nobody came. */
  @Nullable String caught(String trap, Duration patience) throws IOException, InterruptedException {
    Path sprung = traps.resolve(trap + ".sprung");
    return await(patience, () -> Files.exists(sprung)) ? Files.readString(sprung) : null;
  }

  /** Lets everybody pass who comes from now on. */
  void disarm(String trap) throws IOException {
    Files.delete(traps.resolve(trap + ".armed"));
  }

  /** How many files with this beginning the sabotage has left. */
  long marks(String beginning) throws IOException {
    try (Stream<Path> files = Files.list(traps)) {
      return files.filter(file -> file.getFileName().toString().startsWith(beginning)).count();
    }
  }

  Road road() {
    Road known = road;
    if (known == null) {
      known = new Road(process(City.KAFKA).url().getAuthority());
      road = known;
    }
    return known;
  }

  /** Sends by hand what nobody can read. */
  void poison(String topic, List<Letter> letters) throws Exception {
    poison.addAll(letters);
    road().send(topic, letters);
  }

  List<Letter> poison() {
    return List.copyOf(poison);
  }

  /** A counter or gauge of an application; 0 if it has none of this name. */
  double metric(RunningProcess process, String name) throws IOException {
    try (var management = new Api(Objects.requireNonNull(process.managementUrl()))) {
      return management
          .find("/actuator/metrics/" + name)
          .map(metric -> metric.path("measurements").path(0).path("value").asDouble(0))
          .orElse(0.0);
    }
  }

  /** Sum over all trackers. */
  double trackersMetric(String name) throws IOException {
    double sum = 0;
    for (RunningProcess tracker : trackers()) {
      sum += metric(tracker, name);
    }
    return sum;
  }

  /** What the seed chooses between these, in milliseconds. */
  Duration between(long least, long most) {
    return Duration.ofMillis(random.nextLong(least, most + 1));
  }

  SplittableRandom random() {
    return random;
  }

  /** Lets the city go on for a while. */
  void pause(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }

  /** Returns whether it came true in time; a question that fails has not come true. */
  boolean await(Duration patience, Callable<Boolean> truth) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (truth.call()) {
          return true;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception notNow) {
        // Whoever is asked may be away just now.
      }
      Thread.sleep(POLL_MILLIS);
    }
    return false;
  }

  /** Ends all processes; may be called at any time and by any thread, also twice. */
  @Override
  public void close() {
    closed = true;
    frozen.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    Road known = road;
    if (known != null) {
      known.close();
    }
    fleet.takeDown();
  }
}
