package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;

/** What stands in the way of a start: each is named before anything is started. */
record Obstacles(DataDirectory data) {

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
