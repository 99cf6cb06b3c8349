package com.gopher.outbox;

import com.gopher.Api;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Stores {@code @Externalized} events in the transaction that publishes them and relays them to
 * Kafka, unless {@code outbox.enabled=false}. The application declares an {@link Outbound} for each
 * type of event, and migrates a schema by {@code classpath:db/outbox}.
 */
@Api
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(OutboxConfiguration.class)
public @interface EnableOutbox {}
