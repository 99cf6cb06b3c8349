package com.gopher.lab.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port below those that systems give to clients. A client that tries again and again to reach a
 * dead server may be given that server's port for its own end; then it is connected with itself,
 * and the server cannot come back.
 */
public final class ServerPort {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;

  private ServerPort() {}

  /**
   * Of this machine, that nobody listens at.
   *
   * @param given chosen before, and not to be chosen again
   */
  public static int free(Integer... given) {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (List.of(given).contains(port)) {
        continue;
      }
      try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // Another one then.
      }
    }
  }
}
