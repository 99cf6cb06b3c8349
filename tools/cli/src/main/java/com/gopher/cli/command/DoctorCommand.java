package com.gopher.cli.command;

import com.gopher.cli.command.UpCommand.ShapeName;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Ports;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.process.UnusablePath;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.Discovery;
import com.gopher.launcher.shape.FrontDoor;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for what would keep the shop from starting, before it is started. */
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {

  private static final int OLDEST_JAVA = 17;
  private static final long MEGABYTE = 1_000_000;
  private static final long NEEDED_BY_A_CASTLE = 500 * MEGABYTE;
  private static final long NEEDED_BY_A_CITY = 1_100 * MEGABYTE;
  private static final long NEEDED_BY_A_GATEWAY = 200 * MEGABYTE;
  private static final long NEEDED_BY_A_REGISTRY = 215 * MEGABYTE;
  private static final long NEEDED_FILES = 1_024;
  private static final long NEEDED_DISK = 500 * MEGABYTE;

  /**
   * @param neededBy the smaller shape that needs it; a city needs what a castle needs
   */
  record Finding(String check, boolean good, String says, ShapeName neededBy) {

    Finding(String check, boolean good, String says) {
      this(check, good, says, ShapeName.castle);
    }
  }

  private final Console console;

  @Parameters(paramLabel = "SHAPE", arity = "0..1")
  private ShapeName shape = ShapeName.castle;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(names = "--shop-port", paramLabel = "PORT", defaultValue = "8080")
  private int shopPort = 8080;

  @Option(names = "--tracker-port", paramLabel = "PORT", defaultValue = "8081")
  private int trackerPort = 8081;

  @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092")
  private int kafkaPort = 9092;

  @Option(names = "--gateway", negatable = true)
  private @Nullable Boolean gateway;

  @Option(names = "--map", paramLabel = "MAP", converter = CityOptions.DiscoveryConverter.class)
  private @Nullable Discovery discovery;

  @Option(names = "--json")
  private boolean json;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(port("port", shopPort, Castle.SHOP, ShapeName.castle));
    findings.add(port("tracker's port", trackerPort, City.TRACKER, ShapeName.city));
    findings.add(port("Kafka's port", kafkaPort, City.KAFKA, ShapeName.city));
    findings.add(memory("memory", ShapeName.castle));
    findings.add(memory("more memory", ShapeName.city));
    findings.add(
        writable(
            "data directory", dataDirectory.open().root(), "choose another with --data-dir DIR"));
    findings.addAll(new DataChecks(dataDirectory.open(), Instant.now()).findings());
    findings.add(fastStart());
    findings.add(disk(nearestExisting(dataDirectory.open().root()).toFile().getUsableSpace()));
    findings.add(encoding(UnusablePath.encoding()));
    fileDescriptors().ifPresent(findings::add);
    if (json) {
      console.json(Map.of("findings", findings));
    } else {
      findings.forEach(this::show);
    }
    return findings.stream().filter(this::counts).allMatch(Finding::good) ? 0 : 1;
  }

  private boolean counts(Finding finding) {
    return finding.neededBy().compareTo(shape) <= 0;
  }

  private void show(Finding finding) {
    String mark =
        finding.good() ? console.good("ok ") : counts(finding) ? console.bad("BAD") : "-- ";
    console.result("%s  %-15s %s", mark, finding.check(), finding.says());
  }

  private static Finding java() {
    Jdk jdk = Jdk.current();
    return new Finding(
        "JDK", jdk.feature() >= OLDEST_JAVA, "Java " + jdk.build() + " in " + jdk.home());
  }

  private Finding port(String check, int port, String process, ShapeName neededBy) {
    if (!Ports.isTaken(port)) {
      return new Finding(check, true, port + " is free", neededBy);
    }
    DataDirectory data = dataDirectory.open();
    Optional<RunningProcess> ours =
        (process.equals(Castle.SHOP) ? FrontDoor.of(data) : data.running(process))
            .filter(running -> running.isAlive() && running.url().getPort() == port);
    String owner = Ports.owner(port).map(name -> " by " + name).orElse("");
    return ours.isPresent()
        ? new Finding(
            check,
            true,
            port + " is in use by this data directory's own " + ours.get().name(),
            neededBy)
        : new Finding(
            check,
            false,
            "%s is in use%s; choose another: ./shop up %s --%s-port PORT"
                .formatted(port, owner, neededBy, process),
            neededBy);
  }

  /** Of a shape, with what was wished for besides, now or when the city was built here. */
  private Finding memory(String check, ShapeName neededBy) {
    boolean ofACity = neededBy == ShapeName.city;
    long needed = ofACity ? NEEDED_BY_A_CITY : NEEDED_BY_A_CASTLE;
    String with = "";
    DataDirectory data = dataDirectory.open();
    if (gateway == null ? City.hasGateway(data) : gateway) {
      needed += NEEDED_BY_A_GATEWAY;
      with = " with a gateway";
    }
    if (ofACity && (discovery == null ? City.discovery(data) : discovery) == Discovery.EUREKA) {
      needed += NEEDED_BY_A_REGISTRY;
      with += with.isEmpty() ? " with a registry" : " and a registry";
    }
    long free = availableMemory();
    return new Finding(
        check,
        free >= needed,
        "%s MB available, a %s%s takes about %s MB"
            .formatted(free / MEGABYTE, neededBy, with, needed / MEGABYTE),
        neededBy);
  }

  /** What the kernel could give, caches included; the JVM's own figure leaves those out. */
  private static long availableMemory() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
        if (line.startsWith("MemAvailable:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException notLinux) {
      // The next best figure follows.
    }
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getFreeMemorySize();
  }

  private static Finding fastStart() {
    Path directory = BuiltPrograms.shopJar().getParent();
    boolean writable = Files.isWritable(directory);
    return new Finding(
        "fast start",
        true,
        writable
            ? "kept in " + directory.resolve("launch")
            : directory + " cannot be written: the shop starts from its jar as it is, slower");
  }

  private static Finding writable(String name, Path directory, String instead) {
    Path existing = nearestExisting(directory);
    boolean good = Files.isDirectory(existing) && Files.isWritable(existing);
    return new Finding(
        name, good, directory + (good ? " can be written" : " cannot be written; " + instead));
  }

  /** Java writes and reads names of files in the encoding of the locale. */
  static Finding encoding(String name) {
    boolean good = Charset.isSupported(name) && Charset.forName(name).newEncoder().canEncode('é');
    return new Finding(
        "encoding",
        good,
        good
            ? "%s, for the names of files".formatted(name)
            : "%s has no letters beyond ASCII, and directories may; set LC_ALL=C.UTF-8"
                .formatted(name));
  }

  /** Empty where the system has no such limit, or does not tell. */
  private static Optional<Finding> fileDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Optional.of(fileDescriptors(unix.getMaxFileDescriptorCount()))
        : Optional.empty();
  }

  static Finding fileDescriptors(long limit) {
    return new Finding(
        "open files",
        limit >= NEEDED_FILES,
        limit >= NEEDED_FILES
            ? "%s at a time".formatted(limit)
            : "%s at a time, and %s are needed under load; allow more: ulimit -n %s"
                .formatted(limit, NEEDED_FILES, NEEDED_FILES));
  }

  static Finding disk(long free) {
    return new Finding(
        "disk",
        free >= NEEDED_DISK,
        free >= NEEDED_DISK
            ? free / MEGABYTE + " MB free"
            : "%s MB free, %s MB are needed; make room, or choose another with --data-dir DIR"
                .formatted(free / MEGABYTE, NEEDED_DISK / MEGABYTE));
  }

  /** The root exists. */
  private static Path nearestExisting(Path absolute) {
    return Files.exists(absolute) ? absolute : nearestExisting(absolute.getParent());
  }
}
