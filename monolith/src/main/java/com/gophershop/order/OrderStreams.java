package com.gophershop.order;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The clients that follow orders. It looks at the stored orders a few times a second and does not
 * listen to events: another instance of the shop on the same database may change the order, and
 * what is seen here is always committed.
 */
@Component
class OrderStreams {

  private static final Logger LOG = LoggerFactory.getLogger(OrderStreams.class);

  /** Each costs a connection and a place in one query; many more need a separate server. */
  static final int LIMIT = 200;

  private static final long PAUSE_MILLIS = 200;

  private final OrderProgressReader reader;
  private final Clock clock;
  private final Set<OrderStream> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(OrderStreams::daemon);
  private volatile boolean failing;

  OrderStreams(OrderProgressReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
    thread.scheduleWithFixedDelay(this::serve, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "order-streams");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * @param seen the version of the order that the client knows already
   * @return empty if there are {@link #LIMIT} already, or the shop is about to end
   */
  Optional<SseEmitter> open(OrderId order, long seen) {
    if (open.size() >= LIMIT || thread.isShutdown()) {
      return Optional.empty();
    }
    var stream = new OrderStream(order, seen, clock.instant());
    SseEmitter emitter = stream.emitter();
    emitter.onCompletion(() -> open.remove(stream));
    emitter.onError(gone -> open.remove(stream));
    open.add(stream);
    thread.execute(this::serve);
    return Optional.of(emitter);
  }

  private void serve() {
    if (open.isEmpty()) {
      return;
    }
    Map<OrderId, OrderProgress> progress = progress();
    for (OrderStream stream : open) {
      try {
        OrderProgress known = progress.get(stream.order());
        if (known != null) {
          stream.show(known, clock.instant());
        }
        stream.keepAlive(clock.instant());
      } catch (IOException | IllegalStateException gone) {
        open.remove(stream);
      }
    }
  }

  private Map<OrderId, OrderProgress> progress() {
    try {
      Map<OrderId, OrderProgress> read =
          reader.read(open.stream().map(OrderStream::order).collect(Collectors.toSet())).stream()
              .collect(Collectors.toMap(OrderProgress::id, Function.identity()));
      failing = false;
      return read;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn(
            "The streams of orders stand still until the orders can be read: {}", e.toString());
      }
      failing = true;
      return Map.of();
    }
  }

  /** Before the server waits for its requests to end: a stream would let it wait for a minute. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    thread.shutdownNow();
    open.forEach(stream -> stream.emitter().complete());
  }
}
