package com.gopher.lab.compare.experiment.shareddatabase;

import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.TemporaryDirectory;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Attempts;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import com.gopher.lab.system.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Shipping calls a column of its own table by another name from now on: as a new version would that
 * is deployed alone, without the restart.
 */
final class NewTable {

  private static final double PER_SECOND = 20;
  private static final double CALM_SECONDS = 2;
  private static final double AFTERWARDS_SECONDS = 8;
  private static final Duration DEPLOYED_WITHIN = Duration.ofSeconds(15);

  /** A parcel that is not visible by then was not seen by the customer who asked for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String SABOTAGE = "renamed-column";

  private NewTable() {}

  /** The part of the orders placed afterwards whose parcels their customers saw, from 0 to 1. */
  static double share(Laboratory laboratory, SystemShape shape)
      throws IOException, InterruptedException {
    try (var triggers = TemporaryDirectory.named("shop-new-table")) {
      Setup setup =
          ShippingSabotage.in(
              shape,
              Standstill.setup(),
              Map.of(
                  "SABOTAGE_TRIGGERS",
                  triggers.path().toString(),
                  "SABOTAGE_TABLE",
                  shape.shippingCode().table()),
              SABOTAGE);
      try (RunningSystem system = laboratory.start(shape, setup)) {
        return share(system, triggers.path());
      }
    }
  }

  private static double share(RunningSystem system, Path triggers)
      throws IOException, InterruptedException {
    Basket basket = Basket.fill(system.url());
    WarmUp.await(system, basket, PER_SECOND);
    double seconds = CALM_SECONDS + DEPLOYED_WITHIN.toSeconds() + AFTERWARDS_SECONDS;
    try (var traffic = new Traffic(system.url(), basket, PER_SECOND, seconds)) {
      traffic.await(CALM_SECONDS);
      Files.createFile(triggers.resolve(SABOTAGE));
      if (!Waiting.until(
          DEPLOYED_WITHIN, () -> Files.exists(triggers.resolve(SABOTAGE + ".done")))) {
        throw new IOException(
            "The %s did not get its new table within %s s"
                .formatted(system.shape().name(), DEPLOYED_WITHIN.toSeconds()));
      }
      Attempts afterwards =
          traffic.end(system.url(), PATIENCE).between(seconds - AFTERWARDS_SECONDS, seconds);
      return (double) (afterwards.accepted() - afterwards.lost()) / afterwards.all().size();
    }
  }
}
