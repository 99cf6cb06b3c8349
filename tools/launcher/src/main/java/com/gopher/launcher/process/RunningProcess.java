package com.gopher.launcher.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A process as {@code run.json} lists it.
 *
 * @param pid the process itself, not a wrapper around it
 * @param identity tells it from a later process with the same pid; without it nobody can tell, and
 *     it counts as dead
 * @param managementUrl where it answers for its health; null if it only has a port
 * @param settings tells whether it was started with the settings it shall have now
 * @param wasReady false while it starts for the first time, when it may be silent for longer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunningProcess(
    String name,
    long pid,
    URI url,
    @Nullable URI managementUrl,
    String log,
    @Nullable String startedAt,
    @Nullable String identity,
    @Nullable String settings,
    boolean wasReady) {

  @JsonIgnore
  public boolean isAlive() {
    return identity != null && ProcessIdentity.isAlive(pid, identity);
  }

  /** True until the system has taken back the ports and files of a process that died. */
  boolean isDying() {
    return ProcessIdentity.isDying(pid);
  }

  Path logFile() {
    return Path.of(log);
  }

  RunningProcess ready() {
    return new RunningProcess(
        name, pid, url, managementUrl, log, startedAt, identity, settings, true);
  }

  public Probe probe() {
    return Probe.of(url, managementUrl);
  }
}
