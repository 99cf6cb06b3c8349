package com.gophershop.order;

import com.gopher.outbox.OutboxSize;
import com.gophershop.ConditionalOnMessaging;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Knows when the backfill has to wait, because customers or other records would wait for it. */
@Component
@ConditionalOnMessaging
class BackfillBrake {

  /** Sent within a fraction of a second when nothing is wrong; live records wait behind them. */
  static final int MOST_UNSENT = 1_000;

  private final OutboxSize outbox;
  private final ThreadPoolTaskExecutor listeners;
  private final int mostWaiting;
  private final MeterRegistry meters;

  /**
   * @param listenerBacklog from which on customers are turned away; at a quarter of it the backfill
   *     waits
   */
  BackfillBrake(
      OutboxSize outbox,
      @Qualifier("applicationTaskExecutor") ThreadPoolTaskExecutor listeners,
      @Value("${publications.listener-backlog}") int listenerBacklog,
      MeterRegistry meters) {
    this.outbox = outbox;
    this.listeners = listeners;
    this.mostWaiting = listenerBacklog / 4;
    this.meters = meters;
  }

  /** Begins to measure how long orders take. */
  OrderTimes orderTimes() {
    return new OrderTimes(this::answered, System::nanoTime);
  }

  /** A sentence that says for what the backfill has to wait; empty if for nothing. */
  Optional<String> reasonToPause(OrderTimes times) {
    if (outbox.upTo(MOST_UNSENT + 1) > MOST_UNSENT) {
      return Optional.of("more than %s records wait to be sent".formatted(MOST_UNSENT));
    }
    int waiting = listeners.getQueueSize();
    if (waiting > mostWaiting) {
      return Optional.of("%s events wait for their listeners".formatted(waiting));
    }
    return times.reasonToPause();
  }

  /** How many orders customers have placed with this shop, and how long that took. */
  OrderTimes.Answered answered() {
    Collection<Timer> orders =
        meters
            .find("http.server.requests")
            .tags("method", "POST", "uri", "/api/orders", "outcome", "SUCCESS")
            .timers();
    return new OrderTimes.Answered(
        orders.stream().mapToLong(Timer::count).sum(),
        orders.stream().mapToDouble(it -> it.totalTime(TimeUnit.MILLISECONDS)).sum());
  }
}
