package com.gopher.outbox;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.Externalized;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores externalized events in the transaction that publishes them, at the moment they are
 * published: as late as before the commit nobody would hear of events that others publish there,
 * and the publisher could not tell which event failed.
 *
 * <p>A publisher locks its aggregate (by an update, say) before it publishes: then the order in
 * which the records of one key are stored is the order in which their transactions commit.
 */
final class OutboxListener {

  private final List<Outbound<?>> mappings;
  private final OutboxTables tables;
  private final CurrentTrace trace;
  private final RelayWakeup wakeup;

  OutboxListener(
      List<Outbound<?>> mappings, OutboxTables tables, CurrentTrace trace, RelayWakeup wakeup) {
    this.mappings = mappings;
    this.tables = tables;
    this.trace = trace;
    this.wakeup = wakeup;
  }

  @EventListener
  void on(Object event) {
    if (!AnnotatedElementUtils.hasAnnotation(event.getClass(), Externalized.class)) {
      return;
    }
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "%s is @Externalized and was published outside a transaction. Nothing was stored and nothing will be sent: publish it from a @Transactional method."
              .formatted(event.getClass().getName()));
    }
    List<?> events = event instanceof EventBatch<?> bundle ? bundle.events() : List.of(event);
    tables.add(events.stream().map(this::outbound).toList());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wakeup.signal();
          }
        });
  }

  private TracedRecord outbound(Object event) {
    return mappings.stream()
        .filter(mapping -> mapping.eventType().isInstance(event))
        .findFirst()
        .map(mapping -> map(mapping, event))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s is @Externalized, but no bean says what its record looks like. Nothing was stored: declare a bean of type %s for it, or remove the annotation."
                        .formatted(event.getClass().getName(), Outbound.class.getName())));
  }

  private <E> TracedRecord map(Outbound<E> mapping, Object event) {
    E typed = mapping.eventType().cast(event);
    String cause = mapping.traceparent(typed);
    return new TracedRecord(
        mapping.record(typed), cause == null ? trace.parent() : Traceparent.valid(cause));
  }
}
