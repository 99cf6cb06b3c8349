package com.gopher.lab.compare.experiment.blockedroad;

import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.proxy.TcpProxy;
import com.gopher.launcher.process.ProcessSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Leads a shape's road through a proxy. Whoever has the road's address gets the proxy's, and the
 * road's own settings name the proxy as the address to come back to: a broker hands its address out
 * to its clients, who would go round the proxy otherwise.
 */
final class ProxiedBroker {

  private static final String HANDED_OUT = "advertised.listeners=";

  private final SystemShape shape;
  private final TcpProxy proxy;
  // Known as soon as the road itself is assembled, which comes before those that use it.
  private volatile @Nullable String road;

  ProxiedBroker(SystemShape shape, TcpProxy proxy) {
    this.shape = shape;
    this.proxy = proxy;
  }

  Setup in(Setup setup) {
    return shape.road().isEmpty() ? setup : setup.changing(this::lead);
  }

  private ProcessSpec lead(ProcessSpec spec) {
    if (spec.name().equals(shape.road())) {
      road = spec.url().getAuthority();
      proxy.leadTo(spec.url().getHost(), spec.url().getPort());
      handOutTheProxy(settingsFile(spec));
      return spec;
    }
    var environment = new LinkedHashMap<String, String>();
    spec.environment()
        .forEach((name, value) -> environment.put(name, value.equals(road) ? address() : value));
    return spec.with(environment);
  }

  private String address() {
    return "127.0.0.1:" + proxy.port();
  }

  private static Path settingsFile(ProcessSpec spec) {
    return spec.command().stream()
        .filter(word -> word.endsWith(".properties"))
        .map(Path::of)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The " + spec.name() + " has no settings file"));
  }

  private void handOutTheProxy(Path settings) {
    try {
      String written =
          Files.readString(settings)
              .replaceAll("(?m)^" + HANDED_OUT + "(\\w+)://.*$", HANDED_OUT + "$1://" + address());
      Files.writeString(settings, written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
