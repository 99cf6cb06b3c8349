package com.gopher.lab.bench;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.Castle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The shop as it is measured: its jar as it is, without a flag that trades speed for an early
 * start.
 */
final class MeasuredShop {

  /** No parcel moves while the placing of orders is measured. */
  static final Map<String, String> STANDSTILL =
      Map.of("SHIPPING_PREPARING", "10h", "SHIPPING_TRANSIT", "10h");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path directory;
  private final Fleet fleet;
  private final DataDirectory data;
  private final List<String> command;

  MeasuredShop(Workplace workplace, String name, Path jar, Console console) throws IOException {
    this.directory = workplace.directory(name);
    this.data = new DataDirectory(directory);
    this.fleet = new Fleet(data, console, PATIENCE);
    this.command = List.of(Jdk.current().java(), "-jar", jar.toString());
    workplace.atTheEnd(fleet::takeDown);
  }

  OrderLoad start() throws InterruptedException {
    RunningProcess shop =
        fleet.bringUp(() -> new Castle(data, command, STANDSTILL, 0).shape().processes()).get(0);
    return new OrderLoad(shop.url(), Objects.requireNonNull(shop.managementUrl()));
  }

  /** Processor time that the shop has used since its start. */
  double cpuSeconds() {
    return data.running(Castle.SHOP)
            .flatMap(shop -> ProcessHandle.of(shop.pid()))
            .flatMap(shop -> shop.info().totalCpuDuration())
            .orElseThrow()
            .toNanos()
        / 1e9;
  }

  void stop() {
    fleet.takeDown();
  }

  /** The H2 file, for a program that works on it while the shop is stopped. */
  String databaseUrl() {
    return "jdbc:h2:file:" + directory.resolve("shop");
  }
}
