package com.gopher.launcher.process;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks a process how it is; never throws, and answers within seconds. */
public interface Probe {

  /** True if it answers at all. A process that runs and does not answer is as good as dead. */
  boolean isAnswering();

  /** True if it can serve its users now. */
  boolean isReady();

  static Probe of(URI url, @Nullable URI managementUrl) {
    if (managementUrl != null) {
      return new HealthProbe(managementUrl);
    }
    return "kafka".equals(url.getScheme()) ? new KafkaProbe(url) : new PortProbe(url);
  }
}
