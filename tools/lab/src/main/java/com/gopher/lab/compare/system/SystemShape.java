package com.gopher.lab.compare.system;

import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.ProcessSpec;
import java.util.List;
import java.util.Map;

/**
 * One form of the system, as data.
 *
 * @param description one line for the reader of the report
 * @param frontDoor the process that customers talk to
 * @param shipping the process that decides about parcels, or the first of those that do
 * @param road the process that carries messages between others; empty if calls are function calls
 * @param heapShares how the budget's heap is divided, by process name; they add up to 1
 * @param files what has to be copied to another machine to run it there
 * @param shippingCode the code that {@code shipping} runs to decide about parcels
 */
public record SystemShape(
    String name,
    String description,
    String frontDoor,
    String shipping,
    String road,
    Map<String, Double> heapShares,
    List<java.nio.file.Path> files,
    ShippingCode shippingCode,
    Assembly assembly) {

  /** Turns the shape into processes of one data directory, on ports of the system's choice. */
  @FunctionalInterface
  public interface Assembly {
    List<ProcessSpec> assemble(DataDirectory data, Setup setup);
  }
}
