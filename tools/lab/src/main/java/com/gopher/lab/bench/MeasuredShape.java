package com.gopher.lab.bench;

import com.gopher.launcher.shape.City;
import java.util.List;

/** What {@code ./shop up} can start, and what an order costs in it. */
public enum MeasuredShape {
  castle(List.of(City.SHOP), List.of("--shop-port")),
  city(
      List.of(City.KAFKA, City.SHOP, City.TRACKER),
      List.of("--shop-port", "--tracker-port", "--kafka-port"));

  private final List<String> processes;
  private final List<String> ports;

  MeasuredShape(List<String> processes, List<String> ports) {
    this.processes = processes;
    this.ports = ports;
  }

  /** By name. */
  List<String> processes() {
    return processes;
  }

  /** The options that choose ports. */
  List<String> ports() {
    return ports;
  }
}
