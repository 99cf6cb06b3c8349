package com.gopher.lab.compare.experiment.shareddatabase;

import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.Standstill;
import com.gopher.lab.compare.traffic.Traffic;
import com.gopher.lab.compare.traffic.WarmUp;
import com.gopher.lab.load.Basket;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.City;
import java.io.IOException;

/** The database with the shipments dies, and whatever else is in that process. */
final class DatabaseAway {

  private static final double PER_SECOND = 20;
  private static final double CALM_SECONDS = 2;

  private DatabaseAway() {}

  /** The part of the orders placed meanwhile that was accepted in time, from 0 to 1. */
  static double share(Laboratory laboratory, SystemShape shape)
      throws IOException, InterruptedException {
    double away = laboratory.depth() == Depth.FULL ? 20 : 6;
    try (RunningSystem system = laboratory.start(shape, Standstill.setup())) {
      Basket basket = Basket.fill(system.url());
      WarmUp.await(system, basket, PER_SECOND);
      try (var traffic = new Traffic(system.url(), basket, PER_SECOND, CALM_SECONDS + away)) {
        traffic.await(CALM_SECONDS);
        double gone = traffic.now();
        system.signal(holder(system), "KILL");
        return traffic.end().between(gone, CALM_SECONDS + away).shareInTime();
      }
    }
  }

  /** A server, if there is one; otherwise it is inside of the process that ships. */
  private static String holder(RunningSystem system) {
    return system.processes().stream()
        .map(RunningProcess::name)
        .filter(City.DATABASE::equals)
        .findFirst()
        .orElse(system.shape().shipping());
  }
}
