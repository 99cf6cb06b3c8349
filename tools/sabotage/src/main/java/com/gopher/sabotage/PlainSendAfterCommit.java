package com.gopher.sabotage;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import java.nio.charset.StandardCharsets;
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

/**
 * Tears the outbox out and sends to Kafka when the transaction has committed, as is often done: who
 * dies between the two has sent nothing.
 */
@Sabotage(name = "plain-send-after-commit")
class PlainSendAfterCommit {

  private final Trap trap = Trap.named("held-before-send");

  /** Fails if there is no outbox to tear out: then this would be a control of nothing. */
  @Bean
  static BeanDefinitionRegistryPostProcessor tearTheOutboxOut() {
    return beans -> {
      beans.removeBeanDefinition("outboxListener");
      beans.removeBeanDefinition("outboxRelay");
    };
  }

  @Bean
  Producer<String, byte[]> plainProducer(
      @Value("${spring.kafka.bootstrap-servers}") String servers) {
    return new KafkaProducer<>(
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  @Bean
  AfterCommit plainSender(
      ObjectProvider<Outbound<?>> mappings, Producer<String, byte[]> plainProducer) {
    return new AfterCommit(
        mappings.orderedStream().toList(),
        records -> records.forEach(record -> send(record, plainProducer)));
  }

  private void send(OutboundRecord record, Producer<String, byte[]> kafka) {
    trap.pass("about to send %s of %s".formatted(record.topic(), record.key()));
    kafka.send(
        new ProducerRecord<>(
            record.topic(), record.key(), record.payload().getBytes(StandardCharsets.UTF_8)));
  }
}
