package com.gopher.lab.process;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A process as {@code run.json} lists it.
 *
 * @param pid the process itself, not a wrapper around it
 * @param identity tells it from a later process with the same pid
 * @param managementUrl where it answers for its health; null if it only has a port
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunningProcess(
    String name,
    long pid,
    URI url,
    @Nullable URI managementUrl,
    Path log,
    String startedAt,
    String identity) {

  @JsonIgnore
  public boolean isAlive() {
    return ProcessIdentity.isAlive(pid, identity);
  }

  public Probe probe() {
    return Probe.of(url, managementUrl);
  }
}
