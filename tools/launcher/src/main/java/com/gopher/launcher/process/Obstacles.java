package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands in the way of a start: each is named before anything is started. */
record Obstacles(DataDirectory data) {

  /** Before anything is looked at: two processes cannot have the same port. */
  void refuseOnePortForTwo(List<ProcessSpec> specs) {
    Map<Integer, Port> given = new HashMap<>();
    for (ProcessSpec spec : specs) {
      for (Port port : spec.ports()) {
        Port earlier = given.putIfAbsent(port.number(), port);
        if (earlier != null) {
          throw new CouldNotRun(
              "Port %s is asked for twice, by %s and by %s. Nothing was started. Choose another for one of them.",
              port.number(), called(earlier), called(port));
        }
      }
    }
  }

  private static String called(Port port) {
    return port.option() == null ? "the " + port.purpose() : port.option();
  }

  void refuseToMove(ProcessSpec spec) {
    data.running(spec.name())
        .filter(process -> process.isAlive() && !process.url().equals(spec.url()))
        .ifPresent(
            process -> {
              throw new CouldNotRun(
                  "The %s already runs at %s. Nothing was changed. To move it: ./shop down, then ./shop up with the new port.",
                  spec.name(), process.url());
            });
  }

  void refuseIfObstructed(ProcessSpec spec) {
    for (Port port : spec.ports()) {
      if (Ports.isTaken(port.number())) {
        throw new CouldNotRun(
            "Port %s is in use%s. Nothing was started. End that process, or choose another port%s",
            port.number(),
            Ports.owner(port.number()).map(owner -> " by " + owner).orElse(""),
            port.option() == null ? "." : ": " + port.option() + " PORT");
      }
    }
    if (spec.exclusiveFile() != null) {
      LostDatabase.refuse(spec.exclusiveFile());
      DatabaseLock.holder(spec.exclusiveFile().path())
          .ifPresent(
              holder -> {
                throw new CouldNotRun(
                    "The database %s is locked: %s has it open. Nothing was started. End that process, or choose another directory: --data-dir DIR",
                    spec.exclusiveFile().path(), holder);
              });
    }
  }
}
