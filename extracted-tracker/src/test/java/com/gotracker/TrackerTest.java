package com.gotracker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.test.context.EmbeddedKafka;

/** The whole tracker on an H2 file of its own, with a broker in this JVM. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.kafka.bootstrap-servers=${spring.embedded.kafka.brokers}",
      "management.server.port=0",
      // Not from the file that it is kept in otherwise: the directory below is random.
      "http.management.token=the-token-of-this-test",
      "tracker.data-dir=target/test-data/${random.uuid}",
      "shipping.preparing=1h",
      "shipping.transit=200ms",
      "shipping.tick=20ms",
      "logging.config=classpath:logback-test.xml"
    })
@EmbeddedKafka(
    brokerProperties = {
      "auto.create.topics.enable=false",
      "group.initial.rebalance.delay.ms=0",
      "offsets.topic.num.partitions=1"
    })
@Tag("seconds")
public @interface TrackerTest {}
