package com.gopher.lab.bench;

import com.gopher.lab.system.SystemUnderTest;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A shape as it is measured: any of its processes, each started when it is needed. */
final class MeasuredSystem {

  /** No parcel moves while the placing of orders is measured. */
  static final Map<String, String> STANDSTILL =
      Map.of("SHIPPING_PREPARING", "10h", "SHIPPING_TRANSIT", "10h");

  private final SystemUnderTest system;
  private final Path directory;
  private final Function<DataDirectory, List<ProcessSpec>> processes;

  private MeasuredSystem(
      Workplace workplace,
      String name,
      Console console,
      Function<DataDirectory, List<ProcessSpec>> processes)
      throws IOException {
    this.directory = workplace.directory(name);
    this.system = new SystemUnderTest(directory, console);
    this.processes = processes;
    workplace.atTheEnd(system::close);
  }

  /** A shop alone, its jar as it is, without a flag that trades speed for an early start. */
  static MeasuredSystem castle(Workplace workplace, String name, Console console)
      throws IOException {
    List<String> command =
        List.of(Jdk.current().java(), "-jar", BuiltPrograms.shopJar().toString());
    return new MeasuredSystem(
        workplace, name, console, data -> new Castle(data, command, STANDSTILL, 0).processes());
  }

  /**
   * @param settings environment variables for shop and tracker, besides those that let no parcel
   *     move
   */
  static MeasuredSystem city(
      Workplace workplace, BuiltPrograms programs, Map<String, String> settings, Console console)
      throws IOException {
    return new MeasuredSystem(
        workplace,
        "city",
        console,
        data -> new City(data, programs, settings, CityWishes.onFreePorts()).processes());
  }

  /** A city with a gateway at the port that clients know. */
  static MeasuredSystem cityBehindAGateway(
      Workplace workplace, BuiltPrograms programs, Console console) throws IOException {
    var wishes = new CityWishes(null, null, null, null, 0, 0, 0, true, null);
    return wishedCity(workplace, programs, () -> wishes, console);
  }

  /**
   * @param wishes asked for at each start; others than last time have the shop started again
   */
  static MeasuredSystem wishedCity(
      Workplace workplace, BuiltPrograms programs, Supplier<CityWishes> wishes, Console console)
      throws IOException {
    return new MeasuredSystem(
        workplace,
        "city",
        console,
        data -> new City(data, programs, STANDSTILL, wishes.get()).processes());
  }

  /** Starts what is named and does not run, ends what runs and is not named; returns when ready. */
  void run(String... names) throws InterruptedException {
    Set<String> wanted = Set.of(names);
    system.bringUp(
        () ->
            processes.apply(system.data()).stream()
                .filter(process -> wanted.contains(process.name()))
                .toList());
  }

  /** Customers of the shop, which runs. */
  OrderLoad load() throws IOException {
    RunningProcess shop = process(City.SHOP);
    return new OrderLoad(shop.url(), shop.managementUrl());
  }

  RunningProcess process(String name) {
    return system.process(name);
  }

  void kill(String name) {
    system.kill(name);
  }

  /** In order; the data stays. */
  void stop() {
    system.takeDown();
  }

  /** Where its processes keep their data. */
  Path directory() {
    return directory;
  }

  /** HOST:PORT of the broker. */
  String broker() {
    return process(City.KAFKA).url().getAuthority();
  }

  /** Processor time that the process has used since its start. */
  double cpuSeconds(String name) {
    return system.cpuSeconds(name);
  }

  /** The shop's H2 file, for a program that works on it while the shop is stopped. */
  String databaseUrl() {
    return "jdbc:h2:file:" + directory.resolve("shop");
  }

  /** Where its administrator's password is kept. */
  Path databasePassword() {
    return directory.resolve("database-password");
  }
}
