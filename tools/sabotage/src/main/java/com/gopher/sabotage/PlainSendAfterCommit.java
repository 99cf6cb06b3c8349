package com.gopher.sabotage;

import com.gopher.outbox.EventBatch;
import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.Externalized;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tears the outbox out and sends to Kafka when the transaction has committed, as is often done: who
 * dies between the two has sent nothing.
 */
@Sabotage(name = "plain-send-after-commit")
class PlainSendAfterCommit {

  /** Fails if there is no outbox to tear out: then this would be a control of nothing. */
  @Bean
  static BeanDefinitionRegistryPostProcessor tearTheOutboxOut() {
    return beans -> {
      beans.removeBeanDefinition("outboxListener");
      beans.removeBeanDefinition("outboxRelay");
    };
  }

  @Bean
  Sender plainSender(
      ObjectProvider<Outbound<?>> mappings,
      @Value("${spring.kafka.bootstrap-servers}") String servers) {
    return new Sender(mappings.orderedStream().toList(), servers);
  }

  static final class Sender implements AutoCloseable {

    private final Trap trap = Trap.named("held-before-send");
    private final List<Outbound<?>> mappings;
    private final Producer<String, byte[]> kafka;

    Sender(List<Outbound<?>> mappings, String servers) {
      this.mappings = mappings;
      this.kafka =
          new KafkaProducer<>(
              Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
              new StringSerializer(),
              new ByteArraySerializer());
    }

    @EventListener
    void on(Object event) {
      if (AnnotatedElementUtils.hasAnnotation(event.getClass(), Externalized.class)) {
        List<?> events = event instanceof EventBatch<?> bundle ? bundle.events() : List.of(event);
        List<OutboundRecord> outbound = events.stream().map(this::outbound).toList();
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                outbound.forEach(Sender.this::carry);
              }
            });
      }
    }

    private void carry(OutboundRecord outbound) {
      trap.pass("about to send %s of %s".formatted(outbound.topic(), outbound.key()));
      send(outbound);
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

    private void send(OutboundRecord outbound) {
      kafka.send(
          new ProducerRecord<>(
              outbound.topic(),
              outbound.key(),
              outbound.payload().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
      kafka.close();
    }
  }
}
