package com.gopher.inbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the inbound.
 *
 * @param enabled {@code false}: as if the application had not said {@link EnableInbound}
 * @param reader who reads here, as dead letters are to say
 * @param schema the database schema of the state that is read, with the tables of {@code
 *     db/inbound/V200__inbound.sql}
 * @param topics the topics of the contract, written or read here; each of them has dead letters
 *     beside it, under its name with {@code -dlt} behind it
 * @param partitions how many each of them gets if it has to be made
 */
@ConfigurationProperties("inbound")
record InboundProperties(
    @DefaultValue("true") boolean enabled,
    String reader,
    String schema,
    List<String> topics,
    @DefaultValue("6") int partitions) {}
