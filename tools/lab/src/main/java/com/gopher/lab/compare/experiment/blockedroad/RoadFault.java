package com.gopher.lab.compare.experiment.blockedroad;

import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.proxy.TcpProxy;
import java.io.IOException;
import java.time.Duration;

/** How a road may fail, in the order in which it does. */
enum RoadFault {
  /** The only one that does not stop it. */
  SLOW("the road takes 200 ms more each way") {
    @Override
    void begin(RunningSystem system, TcpProxy proxy) {
      proxy.delay(DELAY);
    }
  },
  FROZEN("the broker is frozen") {
    @Override
    void begin(RunningSystem system, TcpProxy proxy) throws IOException, InterruptedException {
      system.signal(system.shape().road(), "STOP");
    }

    @Override
    void end(RunningSystem system, TcpProxy proxy) throws IOException, InterruptedException {
      system.signal(system.shape().road(), "CONT");
    }
  },
  CUT("the road resets each connection") {
    @Override
    void begin(RunningSystem system, TcpProxy proxy) {
      proxy.cut();
    }
  },
  HALF_OPEN("the road accepts connections and carries nothing") {
    @Override
    void begin(RunningSystem system, TcpProxy proxy) {
      proxy.withhold();
    }
  };

  private static final Duration DELAY = Duration.ofMillis(200);

  final String words;

  RoadFault(String words) {
    this.words = words;
  }

  boolean stops() {
    return this != SLOW;
  }

  abstract void begin(RunningSystem system, TcpProxy proxy)
      throws IOException, InterruptedException;

  void end(RunningSystem system, TcpProxy proxy) throws IOException, InterruptedException {
    proxy.open();
  }
}
