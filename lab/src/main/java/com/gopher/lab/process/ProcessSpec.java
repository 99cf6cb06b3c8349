package com.gopher.lab.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start one process of a shape.
 *
 * @param name as {@code run.json} and the user call it
 * @param command program and arguments
 * @param environment added to this process's own, which is passed on
 * @param ports looked at before anything is started
 * @param exclusiveFiles a directory whose database files nobody else may hold open, or null
 */
public record ProcessSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    URI url,
    @Nullable URI managementUrl,
    List<Port> ports,
    @Nullable Path exclusiveFiles) {

  Probe probe() {
    return Probe.of(url, managementUrl);
  }
}
