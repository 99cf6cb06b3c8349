package com.gopher.lab.compare.experiment.complexity;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.load.HttpConnection;
import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.locks.LockSupport;

/**
 * What one start of a shape took, and what a read costs there.
 *
 * @param megabytes resident memory when it is ready
 * @param startCpu processor seconds until then
 * @param atTheDoor processor milliseconds of all processes for a read where clients arrive
 * @param direct the same for a read that goes to the shop itself
 */
record Cost(double megabytes, double startCpu, double atTheDoor, double direct) {

  private static final String READ = "/api/products?limit=1";
  private static final int PER_SECOND = 200;
  private static final int WARM_UP = 1_000;

  /**
   * @param reads each way, in four turns
   */
  static Cost of(RunningSystem system, int reads) throws IOException {
    double megabytes = system.residentBytes() / 1e6;
    URI shop = system.process(City.SHOP).url();
    cpuMillis(system, system.url(), WARM_UP);
    cpuMillis(system, shop, WARM_UP);
    double door = 0;
    double direct = 0;
    for (int turn = 0; turn < 2; turn++) {
      door += cpuMillis(system, system.url(), reads / 2);
      direct += cpuMillis(system, shop, reads / 2);
    }
    return new Cost(megabytes, system.cpuSecondsToReady(), door / 2, direct / 2);
  }

  /** By the clock, so that all shapes have the same time for what they do besides. */
  private static double cpuMillis(RunningSystem system, URI server, int reads) throws IOException {
    double before = system.cpuSeconds();
    try (var connection = new HttpConnection(server)) {
      long begin = System.nanoTime();
      for (int read = 0; read < reads; read++) {
        long due = begin + read * (1_000_000_000L / PER_SECOND);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        int status = connection.get(READ).status();
        if (status != 200) {
          throw new IOException("A read at %s was answered with %s".formatted(server, status));
        }
      }
    }
    return (system.cpuSeconds() - before) * 1e3 / reads;
  }
}
