package com.gophershop;

import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The shop's connection to Kafka. Its settings give way to whatever is set elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMessaging
@PropertySource("classpath:messaging.properties")
@Import(KafkaAutoConfiguration.class)
class Messaging {}
