package com.gophershop.order;

import com.gopher.inbound.OwnRecords;
import com.gophershop.customer.CustomerId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Takes the shop's own records back into a database that knows less than they do. */
@Component
class OwnOrders implements OwnRecords {

  private static final Logger LOG = LoggerFactory.getLogger(OwnOrders.class);

  private final ObjectReader json;
  private final OrderRestoration restoration;

  OwnOrders(JsonMapper json, OrderRestoration restoration) {
    this.json =
        json.readerFor(OrderPayload.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    this.restoration = restoration;
  }

  @Override
  public String topic() {
    return OrderRepetition.TOPIC;
  }

  @Override
  public int takeBack(List<ConsumerRecord<byte[], byte[]>> batch) {
    Map<OrderId, Order> newest = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> incoming : batch) {
      try {
        Order order = order(incoming);
        newest.merge(
            order.id(), order, (one, other) -> one.version() >= other.version() ? one : other);
      } catch (JacksonException | IllegalArgumentException | NullPointerException foreign) {
        // Written by somebody else; the tracker sets it aside, with the reason.
        LOG.debug("No order: {}-{}", incoming.partition(), incoming.offset(), foreign);
      }
    }
    return newest.isEmpty() ? 0 : restoration.of(newest.values());
  }

  private Order order(ConsumerRecord<byte[], byte[]> incoming) {
    Order order = order(json.<OrderPayload>readValue(incoming.value()));
    if (!order.id().toString().equals(new String(incoming.key(), StandardCharsets.UTF_8))) {
      throw new IllegalArgumentException("The key is not the id of the order");
    }
    return order;
  }

  private static Order order(OrderPayload announced) {
    return new Order(
        new OrderId(announced.id()),
        new CustomerId(announced.customerId()),
        Decider.of(announced.decider()),
        Boolean.TRUE.equals(announced.trial()),
        announced.status(),
        announced.sequence(),
        announced.lines().stream()
            .map(it -> new OrderLine(it.sku(), it.title(), it.quantity(), it.unitPrice()))
            .toList(),
        announced.total(),
        announced.placedAt());
  }
}
