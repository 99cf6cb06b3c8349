package com.gopher.sabotage;

import com.gopher.outbox.EventBatch;
import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.Externalized;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes when each transaction that tells something has committed, which only the process itself can
 * know: a line {@code KEY TYPE MICROSECONDS-SINCE-1970} for each record, in the file of the
 * application's name in the directory {@code commit-times}. The one class here that does no harm:
 * it is a measuring instrument that no shipped jar should carry.
 */
@Sabotage(name = "commit-times")
class CommitTimes {

  @Bean
  Notes commitTimes(
      ObjectProvider<Outbound<?>> mappings,
      @Value("${commit-times}") Path directory,
      @Value("${spring.application.name}") String application)
      throws IOException {
    return new Notes(mappings.orderedStream().toList(), directory.resolve(application));
  }

  static final class Notes implements AutoCloseable {

    private final List<Outbound<?>> mappings;
    private final PrintWriter file;

    Notes(List<Outbound<?>> mappings, Path file) throws IOException {
      this.mappings = mappings;
      this.file = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    @EventListener
    void on(Object event) {
      if (!AnnotatedElementUtils.hasAnnotation(event.getClass(), Externalized.class)) {
        return;
      }
      List<?> events = event instanceof EventBatch<?> bundle ? bundle.events() : List.of(event);
      List<OutboundRecord> records = events.stream().map(this::outbound).toList();
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              note(records, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
            }
          });
    }

    private synchronized void note(List<OutboundRecord> records, long micros) {
      records.forEach(it -> file.printf("%s %s %s%n", it.key(), it.type(), micros));
      file.flush();
      if (file.checkError()) {
        throw new UncheckedIOException(new IOException("The commit times cannot be written"));
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

    @Override
    public void close() {
      file.close();
    }
  }
}
