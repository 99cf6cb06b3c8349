package com.gopher.cli.command;

import com.gopher.course.tree.DataBeforeLocks;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.process.Supervisor;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import com.gopher.launcher.shape.Delivery;
import com.gopher.launcher.shape.DistributedMonolith;
import com.gopher.launcher.shape.FrontDoor;
import com.gopher.launcher.shape.Traces;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Starts a shape of the system and stays with it, or returns when it is ready. */
@Command(name = "up")
public final class UpCommand implements Callable<Integer> {

  private static final Duration FAREWELL = Duration.ofSeconds(60);

  /** Those that a computer is examined for; a distributed monolith needs less than a city. */
  enum ShapeName {
    castle,
    city
  }

  /** All that can be started, by the name that a user types. */
  enum Shape {
    CASTLE("castle"),
    CITY("city"),
    DISTRIBUTED_MONOLITH(DistributedMonolith.NAME);

    private final String typed;

    Shape(String typed) {
      this.typed = typed;
    }

    @Override
    public String toString() {
      return typed;
    }
  }

  private final Console console;

  @Parameters(paramLabel = "SHAPE", converter = ShapeConverter.class)
  private Shape shape = Shape.CASTLE;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Mixin private CityOptions cityOptions = new CityOptions();

  @Option(names = "--detach")
  private boolean detach;

  @Option(names = "--shop-port", paramLabel = "PORT")
  private @Nullable Integer shopPort;

  @Option(names = "--gateway", negatable = true)
  private @Nullable Boolean gateway;

  @Option(names = "--traces")
  private boolean traces;

  @Option(names = "--traces-to", paramLabel = "URL")
  private @Nullable URI tracesTo;

  @Option(names = "--ready-within", paramLabel = "SECONDS", defaultValue = "180")
  private int readyWithin = 180;

  @Option(names = "--json")
  private boolean json;

  public UpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    PortOption.check("--shop-port", shopPort);
    DataDirectory data = dataDirectory.open();
    Launch launch =
        switch (shape) {
          case CASTLE -> traced(castle(data), data);
          case CITY -> traced(city(data), data);
          case DISTRIBUTED_MONOLITH -> distributedMonolith(data);
        };
    Fleet fleet = new Fleet(data, console, Duration.ofSeconds(readyWithin));
    return detach ? bringUp(fleet, launch) : stay(fleet, data, launch);
  }

  /** What to start, and what to note when it is ready; both under the data directory's lock. */
  private record Launch(Supplier<List<ProcessSpec>> specs, Runnable whenReady) {}

  private Launch castle(DataDirectory data) {
    cityOptions.refuseForACastle();
    data.create();
    List<String> command = new FastStart(Jdk.current(), console).command(BuiltPrograms.shopJar());
    return new Launch(
        () -> {
          makeRoomAfterTheLocks(data);
          return new Castle(
                  data,
                  command,
                  Map.of(),
                  shopPort,
                  Boolean.TRUE.equals(gateway) ? BuiltPrograms.preparedGateway(console) : null)
              .processes();
        },
        () -> {});
  }

  private Launch city(DataDirectory data) {
    CityWishes wishes = cityOptions.wishes(shopPort, gateway);
    data.create();
    City city = new City(data, BuiltPrograms.prepared(console), Map.of(), wishes);
    // Once: what keeps the city up asks again whenever a process has died.
    var begins = new AtomicBoolean(cityOptions.wantNewTrackerDatabase());
    return new Launch(
        () -> {
          makeRoomAfterTheLocks(data);
          if (begins.getAndSet(false)) {
            beginWithNewTrackerDatabase(city);
          }
          return city.processes();
        },
        () -> {
          city.note();
          if (wishes.delivery() == null
              && city.modeInForce().equals(Optional.of(Delivery.IN_PROCESS))) {
            console.narrate(
                "The shop goes on shipping new orders itself. To have the tracker ship them: ./shop cutover%s",
                dataDirectory.suffix());
          }
        });
  }

  private Launch traced(Launch launch, DataDirectory data) {
    if (tracesTo != null && !List.of("http", "https").contains(tracesTo.getScheme())) {
      throw new CouldNotRun(
          "%s is no address of a Zipkin. Nothing was started. Write --traces-to http://HOST:PORT",
          tracesTo);
    }
    if (!traces && tracesTo == null) {
      return new Launch(
          launch.specs(),
          () -> {
            launch.whenReady().run();
            Traces.keptByNobody(data);
          });
    }
    Traces kept =
        tracesTo == null ? Traces.inAZipkin(data, console) : Traces.keptBy(tracesTo, data);
    return new Launch(() -> kept.of(launch.specs().get()), launch.whenReady());
  }

  private Launch distributedMonolith(DataDirectory data) {
    cityOptions.refuseFor("a distributed monolith");
    if (gateway != null || traces || tracesTo != null) {
      throw new CouldNotRun(
          "--gateway and --traces belong to ./shop up castle and ./shop up city; a distributed monolith has neither. Nothing was started.");
    }
    data.create();
    var shapeOfIt =
        new DistributedMonolith(
            data,
            DistributedMonolith.Parts.of(BuiltPrograms.prepared(console)),
            Map.of(),
            shopPort);
    return new Launch(shapeOfIt::processes, () -> {});
  }

  /** Only in the course is there data of a shop that had no locks yet. */
  private void makeRoomAfterTheLocks(DataDirectory data) {
    if (Home.APPLICATION.path().equals(Home.TOOLS.path())) {
      return;
    }
    new DataBeforeLocks(data, BuiltPrograms.shopJar())
        .putAside()
        .ifPresent(
            aside ->
                console.narrate(
                    "What is in %s was written when everybody was admin, and a shop with locks cannot open it: it is in the new directory %s now, unchanged, and the shop begins without orders.",
                    data.root(), aside));
  }

  private void beginWithNewTrackerDatabase(City city) {
    city.beginWithNewTrackerDatabase()
        .ifPresent(kept -> console.narrate("The trackers' database is kept as %s.", kept));
  }

  private int bringUp(Fleet fleet, Launch launch) throws InterruptedException {
    long begin = System.nanoTime();
    List<RunningProcess> processes = fleet.bringUp(launch.specs(), launch.whenReady());
    Map<String, Condition> conditions =
        new Conditions(new Management(dataDirectory))
            .settled(
                processes,
                () -> console.narrate("All are ready, and not all is well; waiting for it ..."));
    ProcessTable table = new ProcessTable(console);
    if (json) {
      table.showAsJson(processes, conditions);
    } else {
      table.show(processes);
    }
    console.narrate(
        "Ready after %.1f s. Next: ./shop journey%s   Stop: ./shop down%s",
        (System.nanoTime() - begin) / 1e9, dataDirectory.suffix(), dataDirectory.suffix());
    processes.stream()
        .filter(process -> FrontDoor.is(process, processes))
        .forEach(
            door ->
                console.narrate(
                    "Order a book and watch it: %s/   The API, to try it: %s/docs"
                        .formatted(door.url(), door.url())));
    processes.forEach(process -> report(process, conditions.get(process.name())));
    return Conditions.needAPerson(conditions) ? 1 : 0;
  }

  private void report(RunningProcess process, Condition condition) {
    if (!condition.waiting().isEmpty()) {
      console.narrate("%s: %s", process.name(), condition.inWords());
    }
    if (condition.needsAPerson()) {
      console.narrate(console.bad(Conditions.advice(process)));
    }
  }

  /** Whatever ends this program, an interrupt included, takes down what it keeps up. */
  private int stay(Fleet fleet, DataDirectory data, Launch launch) throws InterruptedException {
    Thread keeper = Thread.currentThread();
    var ended = new CountDownLatch(1);
    var farewell = new Thread(() -> interruptAndWait(keeper, ended));
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      bringUp(fleet, launch);
      console.narrate("Ctrl-C ends it.");
      keepUp(fleet, data, launch);
      return 0;
    } finally {
      ended.countDown();
    }
  }

  private void keepUp(Fleet fleet, DataDirectory data, Launch launch) throws InterruptedException {
    try {
      new Supervisor(fleet, data, console)
          .keepUp(launch.specs(), data.running().stream().map(RunningProcess::name).toList());
      console.narrate("It was taken down by ./shop down.");
    } finally {
      // An interrupted thread could not write files; the waiting thread learns by the end
      // of this one.
      Thread.interrupted();
      if (!data.running().isEmpty()) {
        console.narrate("Ending it ...");
        fleet.takeDown();
        console.narrate("Ended. The data stays in " + data.root() + ".");
      }
    }
  }

  private static void interruptAndWait(Thread keeper, CountDownLatch ended) {
    keeper.interrupt();
    try {
      ended.await(FAREWELL.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Accepts a shape as it is written everywhere else, with its hyphen. */
  static final class ShapeConverter implements ITypeConverter<Shape> {

    @Override
    public Shape convert(String value) {
      return Arrays.stream(Shape.values())
          .filter(each -> each.toString().equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of " + Arrays.toString(Shape.values())));
    }
  }
}
