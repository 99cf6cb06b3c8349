package com.gopher.sabotage;

import com.gopher.outbox.EventBatch;
import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.Externalized;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gets the records of each transaction that externalizes something, right after its commit.
 *
 * @param mappings from the application's events to records
 */
record AfterCommit(List<Outbound<?>> mappings, Consumer<List<OutboundRecord>> work) {

  static void run(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  @EventListener
  void on(Object event) {
    if (AnnotatedElementUtils.hasAnnotation(event.getClass(), Externalized.class)) {
      List<?> events = event instanceof EventBatch<?> batch ? batch.events() : List.of(event);
      List<OutboundRecord> records = events.stream().map(this::outbound).toList();
      run(() -> work.accept(records));
    }
  }

  private OutboundRecord outbound(Object event) {
    return mappings.stream()
        .filter(mapping -> mapping.eventType().isInstance(event))
        .map(mapping -> map(mapping, event))
        .findFirst()
        .orElseThrow();
  }

  private static <E> OutboundRecord map(Outbound<E> mapping, Object event) {
    return mapping.record(mapping.eventType().cast(event));
  }
}
