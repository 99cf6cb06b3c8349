package com.gopher.gateway;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the gateway lets through, and where it goes.
 *
 * @param routes the first that fits a request is taken
 * @param hosts names, beside those of the loopback interface, by which clients call the gateway
 * @param body the largest body of a request
 * @param bodyWithin from the headers to the last byte of the body
 * @param bodiesWaiting how many requests may wait for their bodies at a time
 * @param requestsPerSecond how many one client may send in the long run; a burst may be as large
 * @param connectWithin for one connection to a backend
 * @param attempts how many instances are asked for a read, one after the other, until one answers
 */
@Validated
@ConfigurationProperties("gateway")
record GatewayProperties(
    @NotEmpty List<Route> routes,
    @DefaultValue Set<String> hosts,
    @NotNull @DefaultValue("64KB") DataSize body,
    @NotNull @DefaultValue("10s") Duration bodyWithin,
    @Positive @DefaultValue("500") int bodiesWaiting,
    @Positive @DefaultValue("1000") int requestsPerSecond,
    @NotNull @DefaultValue("500ms") Duration connectWithin,
    @Positive @DefaultValue("2") int attempts) {}
