package com.gopher.launcher.shape;

import com.gopher.launcher.process.DataDirectory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the city of a data directory was built, noted there so that {@code up city} alone builds the
 * same one again.
 *
 * @param delivery who decides about new orders
 * @param kafka HOST:PORT of a cluster that somebody else runs; null for a broker of its own
 * @param trackers how many share the work
 * @param trackerDatabase JDBC URL of a database that somebody else runs; null for one of its own
 * @param gateway true if one stands before shop and trackers; null in what was noted before there
 *     was any
 * @param discovery how the gateway finds the trackers; null in what was noted before there was a
 *     choice
 */
public record CityPlan(
    Delivery delivery,
    @Nullable String kafka,
    int trackers,
    @Nullable String trackerDatabase,
    @Nullable Boolean gateway,
    @Nullable Discovery discovery) {

  private static final String FILE = "city";

  static Optional<CityPlan> of(DataDirectory data) {
    return data.remembered(FILE, CityPlan.class);
  }

  CityPlan with(Delivery mode) {
    return new CityPlan(mode, kafka, trackers, trackerDatabase, gateway, discovery);
  }

  void noteIn(DataDirectory data) {
    data.remember(FILE, this);
  }

  static void forget(DataDirectory data) {
    data.forget(FILE);
  }

  boolean hasGateway() {
    return Boolean.TRUE.equals(gateway);
  }

  boolean hasRegistry() {
    return discovery == Discovery.EUREKA;
  }

  /** True if the trackers' database needs a process of its own: a file serves only one. */
  boolean needsDatabaseServer() {
    return trackers > 1 && trackerDatabase == null;
  }
}
