package com.gopher.lab.faults;

import com.gopher.launcher.shape.City;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients who are no customers. */
final class ClientFaults {

  /** More than shop and gateway have threads (200 and 400), and fewer than they let wait (500). */
  static final int MANY = 450;

  private static final Duration BETWEEN_TWO_BYTES = Duration.ofSeconds(3);
  private static final Duration BETWEEN_TWO_REQUESTS = Duration.ofMillis(100);

  /** For an answer that does not come: how quick the machine is must not decide. */
  private static final int PATIENCE_MILLIS = 20_000;

  /** From the first byte: ten times as long as shop and gateway wait for a body. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(100);

  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private ClientFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of("slow-clients", CityConfig.plain(), ClientFaults::sendSlowly)
            .controlledIn(
                CityConfig.plain().harming(City.SHOP, "bodies-read-by-threads"),
                "the bodies that no thread waits for",
                Violation.Kind.LOST));
  }

  /**
   * @param inTime requests of others that were answered while all slow clients were waited for
   * @param missed those that were not answered
   * @param slowest answer, in seconds
   * @param refused slow clients
   */
  record Seen(int inTime, int missed, double slowest, long refused) {}

  private static FaultResult sendSlowly(CityUnderTest city) throws Exception {
    Seen seen = strike(city.frontDoor(), MANY);
    return new FaultResult(
        Instant.now(),
        looked ->
            FaultResult.proof(
                seen.inTime() + seen.missed() > 0,
                "%s slow clients were refused; while all of them were waited for, %s of %s other requests were answered, the slowest in %.1f s",
                seen.refused(),
                seen.inTime(),
                seen.inTime() + seen.missed(),
                seen.slowest()),
        looked -> judged(seen, MANY));
  }

  static List<Violation> judged(Seen seen, int many) {
    var violations = new ArrayList<Violation>();
    if (seen.refused() < many) {
      violations.add(
          new Violation(
              Violation.Kind.LOST,
              "slow clients",
              "were waited for without end: %s of %s were refused"
                  .formatted(seen.refused(), many)));
    }
    if (seen.inTime() <= seen.missed()) {
      violations.add(
          new Violation(
              Violation.Kind.LOST,
              "other clients",
              "had no answer while slow ones were waited for: %s had one, %s had none"
                  .formatted(seen.inTime(), seen.missed())));
    }
    return violations;
  }

  /**
   * Sends slowly until the first client is told something, and asks for something else meanwhile.
   *
   * @param many how many are slow
   */
  static Seen strike(URI shop, int many) throws IOException {
    List<SlowClient> slow = new ArrayList<>();
    try {
      for (int i = 0; i < many; i++) {
        slow.add(SlowClient.of(shop));
      }
      int inTime = 0;
      int missed = 0;
      double slowest = 0;
      long lastByte = System.nanoTime();
      long end = lastByte + TOLD_WITHIN.toNanos();
      while (System.nanoTime() < end && slow.get(0).isWaitedFor(BETWEEN_TWO_REQUESTS)) {
        if (System.nanoTime() - lastByte > BETWEEN_TWO_BYTES.toNanos()) {
          lastByte = System.nanoTime();
          slow.forEach(SlowClient::sendOneByte);
        }
        long asked = System.nanoTime();
        if (!isAnswered(shop)) {
          missed++;
        } else if (slow.get(0).isWaitedFor(AT_ONCE)) {
          inTime++;
          slowest = Math.max(slowest, (System.nanoTime() - asked) / 1e9);
        }
      }
      long refused = slow.stream().filter(client -> client.isRefusedBy(end)).count();
      return new Seen(inTime, missed, slowest, refused);
    } finally {
      for (SlowClient client : slow) {
        client.close();
      }
    }
  }

  /** Whoever gets no answer has not been answered, whatever the reason. */
  private static boolean isAnswered(URI shop) {
    try (var socket = new Socket(shop.getHost(), shop.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(
          socket,
          "GET /api/products HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(shop.getAuthority()));
      return read(socket).equals("HTTP/1.1 200");
    } catch (IOException notAnswered) {
      return false;
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String read(Socket socket) throws IOException {
    return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
  }

  /** Announces a body, and sends a byte of it now and then. */
  private static final class SlowClient {

    private final Socket socket;
    private @Nullable String told;

    private SlowClient(Socket socket) {
      this.socket = socket;
    }

    static SlowClient of(URI shop) throws IOException {
      var client = new SlowClient(new Socket(shop.getHost(), shop.getPort()));
      write(
          client.socket,
          "POST /api/orders HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
              .formatted(shop.getAuthority()));
      return client;
    }

    void sendOneByte() {
      try {
        write(socket, " ");
      } catch (IOException refusedAlready) {
        // That is what it is asked for next.
      }
    }

    /** True if it is told nothing for so long. */
    boolean isWaitedFor(Duration time) {
      if (told == null) {
        try {
          socket.setSoTimeout(Math.toIntExact(Math.max(1, time.toMillis())));
          told = read(socket);
        } catch (SocketTimeoutException stillWaitedFor) {
          return true;
        } catch (IOException cutOff) {
          // With the answer lost on its way.
          told = "";
        }
      }
      return false;
    }

    boolean isRefusedBy(long end) {
      return !isWaitedFor(Duration.ofNanos(end - System.nanoTime()))
          && List.of("", "HTTP/1.1 408", "HTTP/1.1 503").contains(told);
    }

    void close() throws IOException {
      socket.close();
    }
  }
}
