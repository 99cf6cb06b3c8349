package com.gopher.lab.command;

import com.gopher.lab.console.Console;
import com.gopher.lab.jvm.Jdk;
import com.gopher.lab.process.Ports;
import com.gopher.lab.process.RunningProcess;
import com.gopher.lab.shape.Castle;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what would keep the shop from starting, before it is started. */
@Command(
    name = "doctor",
    description = "Checks JDK, ports, memory and rights; exit code 1 if something needs mending.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  private static final int OLDEST_JAVA = 17;
  private static final long MEGABYTE = 1_000_000;
  private static final long NEEDED_MEMORY = 500 * MEGABYTE;
  private static final long NEEDED_DISK = 500 * MEGABYTE;

  record Finding(String check, boolean good, String says) {}

  private final Console console;

  @Mixin private DataDirectoryOption dataDirectory = new DataDirectoryOption();

  @Option(
      names = "--shop-port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port to look at (default: ${DEFAULT-VALUE}).")
  private int shopPort = 8080;

  @Option(names = "--json", description = "Print it as JSON.")
  private boolean json;

  public DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(port());
    findings.add(memory());
    findings.add(
        writable(
            "data directory", dataDirectory.open().root(), "choose another with --data-dir DIR"));
    findings.add(fastStart());
    findings.add(disk());
    if (json) {
      console.json(Map.of("findings", findings));
    } else {
      findings.forEach(this::show);
    }
    return findings.stream().allMatch(Finding::good) ? 0 : 1;
  }

  private void show(Finding finding) {
    String mark = finding.good() ? console.good("ok ") : console.bad("BAD");
    console.result(String.format("%s  %-15s %s", mark, finding.check(), finding.says()));
  }

  private static Finding java() {
    Jdk jdk = Jdk.current();
    return new Finding(
        "JDK", jdk.feature() >= OLDEST_JAVA, "Java " + jdk.build() + " in " + jdk.home());
  }

  private Finding port() {
    if (!Ports.isTaken(shopPort)) {
      return new Finding("port", true, shopPort + " is free");
    }
    List<RunningProcess> ours =
        dataDirectory.open().running().stream().filter(RunningProcess::isAlive).toList();
    boolean byUs =
        ours.stream()
            .anyMatch(
                process ->
                    process.name().equals(Castle.SHOP) && process.url().getPort() == shopPort);
    String owner = Ports.owner(shopPort).map(name -> " by " + name).orElse("");
    return byUs
        ? new Finding("port", true, shopPort + " is in use by this data directory's own shop")
        : new Finding(
            "port",
            false,
            shopPort
                + " is in use"
                + owner
                + "; choose another: ./shop up castle --shop-port PORT");
  }

  private static Finding memory() {
    long free = availableMemory();
    return new Finding(
        "memory",
        free >= NEEDED_MEMORY,
        free / MEGABYTE
            + " MB available, the castle takes about "
            + NEEDED_MEMORY / MEGABYTE
            + " MB");
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
    Path directory = ShopJar.path().getParent();
    boolean writable = Files.isWritable(directory);
    return new Finding(
        "fast start",
        true,
        writable
            ? "kept in " + directory.resolve("launch")
            : directory + " cannot be written: the shop starts from its jar as it is, slower");
  }

  private static Finding writable(String name, Path directory, String instead) {
    Path existing = directory;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    boolean good = existing != null && Files.isDirectory(existing) && Files.isWritable(existing);
    return new Finding(
        name, good, directory + (good ? " can be written" : " cannot be written; " + instead));
  }

  private Finding disk() {
    Path existing = dataDirectory.open().root();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    long free = existing.toFile().getUsableSpace();
    return new Finding("disk", free >= NEEDED_DISK, free / MEGABYTE + " MB free");
  }
}
