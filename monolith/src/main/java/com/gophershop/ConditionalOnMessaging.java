package com.gophershop;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * There only if this process has to do with Kafka at all: if the tracker is to hear of its orders,
 * or if a setting says where Kafka is. Otherwise nothing of it is even set up.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(ConditionalOnMessaging.Wanted.class)
public @interface ConditionalOnMessaging {

  /** Reads what is set before the shop's own settings of Kafka are added. */
  final class Wanted implements Condition {

    private static final Set<String> NEED_IT =
        Set.of(DeliveryMode.EXTRACTED.code(), DeliveryMode.SHADOW.code());

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      var environment = context.getEnvironment();
      return environment.containsProperty("spring.kafka.bootstrap-servers")
          || NEED_IT.contains(
              environment.getProperty("shop.delivery", "").toLowerCase(Locale.ROOT));
    }
  }
}
