package com.gopher.sabotage;

import com.gopher.outbox.Outbound;
import com.gopher.outbox.OutboundRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/**
 * The next version of an application, as its readers see it: an optional field that none of them
 * knows, and a type that none of them has heard of.
 */
@Sabotage(name = "next-payload-version")
class NextPayloadVersion {

  @Bean
  static BeanPostProcessor announceInTheNextVersion() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Outbound<?> original ? new Upgraded<>(original) : bean;
      }
    };
  }

  private record Upgraded<E>(Outbound<E> original) implements Outbound<E> {

    @Override
    public Class<E> eventType() {
      return original.eventType();
    }

    @Override
    public @Nullable String traceparent(E event) {
      return original.traceparent(event);
    }

    @Override
    public OutboundRecord record(E event) {
      OutboundRecord old = original.record(event);
      return new OutboundRecord(
          old.topic(),
          old.key(),
          old.id(),
          old.type() + ".wrapped",
          old.source(),
          old.time(),
          "{\"giftWrap\":{\"paper\":\"blue\",\"bow\":true}," + old.payload().substring(1));
    }
  }
}
