package com.gophershop.order;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client that follows one order. Used by one thread at a time. */
class OrderStream {

  /** How long a client is served before it has to come back, so that none is served for ever. */
  static final Duration LIFETIME = Duration.ofMinutes(1);

  /** Writing is the only way to notice that a client is gone. */
  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private static final long COME_BACK_AFTER_MILLIS = 500;

  private final OrderId order;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final Instant openedAt;
  private final AtomicLong seen;
  private final AtomicReference<Instant> lastWrite = new AtomicReference<>(Instant.MIN);

  /**
   * @param seen the version of the order that the client knows
   */
  OrderStream(OrderId order, long seen, Instant now) {
    this.order = order;
    this.seen = new AtomicLong(seen);
    this.openedAt = now;
  }

  OrderId order() {
    return order;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** Sends what the client does not know; ends when there is nothing more to come. */
  void show(OrderProgress progress, Instant now) throws IOException {
    if (progress.version() > seen.get()) {
      seen.set(progress.version());
      lastWrite.set(now);
      emitter.send(
          SseEmitter.event()
              .id(seen.toString())
              .name("order")
              .reconnectTime(COME_BACK_AFTER_MILLIS)
              .data(progress, MediaType.APPLICATION_JSON));
    }
    if (progress.status().isLast()) {
      emitter.complete();
    }
  }

  /** Ends when the client was served long enough, and writes something now and then. */
  void keepAlive(Instant now) throws IOException {
    if (!now.isBefore(openedAt.plus(LIFETIME))) {
      emitter.complete();
    } else if (lastWrite.get().isBefore(now.minus(HEARTBEAT))) {
      lastWrite.set(now);
      emitter.send(SseEmitter.event().reconnectTime(COME_BACK_AFTER_MILLIS).comment("still here"));
    }
  }
}
