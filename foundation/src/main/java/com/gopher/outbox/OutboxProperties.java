package com.gopher.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the outbox.
 *
 * @param enabled {@code true}, the default: events marked {@code @Externalized} are stored and
 *     relayed. {@code false}: as if the application had not said {@link EnableOutbox}: they stay in
 *     the process, nothing is stored, no Kafka and no outbox tables are needed
 * @param schema the database schema with the tables of {@code db/outbox/V100__outbox.sql}
 * @param bootstrapServers where Kafka is; by default what {@code spring.kafka.bootstrap-servers}
 *     says
 * @param batchSize records taken, sent and removed together
 * @param pollInterval how often the relay looks when no commit wakes it, and how long it rests
 *     after a failure
 * @param gather at least this lies between one look and the next that a commit causes, so that what
 *     is committed meanwhile goes together; a record that comes after a longer rest goes at once.
 *     {@code 0}, the default: each commit causes a look
 * @param lease how long an instance that is not heard of stays the one that relays; another takes
 *     over after it; the same for all instances
 * @param alarmAfter the age of the oldest record from which on health is {@code OUT_OF_SERVICE}
 * @param shutdown how long a stopping relay waits for the acknowledgements of records it has handed
 *     over
 * @param producer further settings of the Kafka producer, such as those of its security;
 *     acknowledgement, idempotence and the like cannot be changed by them
 */
@ConfigurationProperties("outbox")
record OutboxProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("events") String schema,
    @Nullable String bootstrapServers,
    @DefaultValue("500") int batchSize,
    @DefaultValue("500ms") Duration pollInterval,
    @DefaultValue("0") Duration gather,
    @DefaultValue("6s") Duration lease,
    @DefaultValue("30s") Duration alarmAfter,
    @DefaultValue("3s") Duration shutdown,
    @DefaultValue Map<String, String> producer) {

  private static final Pattern SCHEMA_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  OutboxProperties {
    if (!SCHEMA_NAME.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "outbox.schema is '%s': give the name of a schema, letters, digits and underscores"
              .formatted(schema));
    }
    if (batchSize < 1 || batchSize > 10_000) {
      throw new IllegalArgumentException(
          "outbox.batch-size is %s: give a number from 1 to 10000".formatted(batchSize));
    }
    if (lease.toMillis() < 300) {
      throw new IllegalArgumentException(
          "outbox.lease is %s: give at least 300ms, several times what a statement takes"
              .formatted(lease));
    }
    if (pollInterval.toMillis() < 1 || pollInterval.multipliedBy(3).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "outbox.poll-interval is %s: give at least 1ms and at most a third of outbox.lease (%s), which is renewed by looking"
              .formatted(pollInterval, lease));
    }
    if (gather.isNegative() || gather.compareTo(pollInterval) > 0) {
      throw new IllegalArgumentException(
          "outbox.gather is %s: give at least 0 and at most outbox.poll-interval (%s)"
              .formatted(gather, pollInterval));
    }
  }
}
