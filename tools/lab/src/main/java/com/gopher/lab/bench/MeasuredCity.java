package com.gopher.lab.bench;

import com.gopher.launcher.console.Console;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A city as it is measured: any of its processes, each started when it is needed. */
final class MeasuredCity {

  static final String SHOP = "shop";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final DataDirectory data;
  private final Fleet fleet;
  private final City city;

  MeasuredCity(
      Workplace workplace,
      String name,
      BuiltPrograms programs,
      Map<String, String> settings,
      Console console)
      throws IOException {
    this.data = new DataDirectory(workplace.directory(name));
    this.fleet = new Fleet(data, console, PATIENCE);
    this.city = new City(data, programs, settings, CityWishes.onFreePorts());
    workplace.atTheEnd(fleet::takeDown);
  }

  /** Starts what is named and does not run, ends what runs and is not named; returns when ready. */
  void run(String... names) throws InterruptedException {
    Set<String> wanted = Set.of(names);
    fleet.bringUp(
        () ->
            city.shape().processes().stream()
                .filter(process -> wanted.contains(process.name()))
                .toList());
  }

  /** As the system does it when it is out of memory: no farewell. */
  void kill(String name) {
    ProcessHandle victim = handle(name);
    victim.destroyForcibly();
    victim.onExit().join();
  }

  RunningProcess process(String name) {
    return data.running(name).orElseThrow();
  }

  /** HOST:PORT of the broker. */
  String broker() {
    return process(City.KAFKA).url().getAuthority();
  }

  /** Processor time that the process has used since its start. */
  double cpuSeconds(String name) {
    return handle(name).info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  private ProcessHandle handle(String name) {
    return ProcessHandle.of(process(name).pid()).orElseThrow();
  }
}
