package com.gopher.publications;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.listener.BatchInterceptor;

/**
 * Lets the listeners catch up before another batch comes in from Kafka. What waits there is safe
 * and in no hurry; without this, the records of a whole outage would fill the queue at once, and
 * clients would be turned away.
 */
class InboundPause implements BatchInterceptor<Object, Object> {

  private final ListenerBacklog backlog;

  InboundPause(ListenerBacklog backlog) {
    this.backlog = backlog;
  }

  /**
   * Of any type, as Spring Boot looks for it. Goes on after two seconds all the same: listeners
   * that hang must not stop the records.
   */
  @Override
  public ConsumerRecords<Object, Object> intercept(
      ConsumerRecords<Object, Object> batch, Consumer<Object, Object> consumer) {
    try {
      backlog.hasRoom();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return batch;
  }
}
