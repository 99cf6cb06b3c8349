package com.gopher.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Shows what has not reached Kafka, and retries or gives up what was refused: the actuator endpoint
 * {@code outbox}.
 */
@Endpoint(id = "outbox")
class OutboxEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxEndpoint.class);
  private static final int SHOWN = 1_000;

  private final OutboxTables tables;
  private final RelayWakeup wakeup;

  OutboxEndpoint(OutboxTables tables, RelayWakeup wakeup) {
    this.tables = tables;
    this.wakeup = wakeup;
  }

  /** The backlog, and the first thousand of the parked records. */
  @ReadOperation
  State list() {
    var backlog = tables.backlog();
    return new State(
        backlog.size(), backlog.age().toSeconds(), backlog.parked(), tables.parked(SHOWN));
  }

  /** One parked record, with its content as it is stored. */
  @ReadOperation
  WebEndpointResponse<?> show(@Selector String id) {
    return number(id)
        .flatMap(tables::parkedPayload)
        .<WebEndpointResponse<?>>map(
            payload -> new WebEndpointResponse<>(Map.of("id", id, "payload", payload)))
        .orElseGet(() -> noneParked(id));
  }

  /**
   * Removes a parked record: nobody hears of it, and what waits behind it is sent. A record carries
   * the whole state of what it tells of, so the next one of its key makes up for it.
   */
  @DeleteOperation
  WebEndpointResponse<?> dismiss(@Selector String id) {
    Optional<Long> parked = number(id).filter(tables::dismiss);
    if (parked.isEmpty()) {
      return noneParked(id);
    }
    LOG.warn("Dismissed: record {} of the outbox, which Kafka had refused", id);
    wakeup.signal();
    return new WebEndpointResponse<>(Map.of("dismissed", id));
  }

  private static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.valueOf(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static WebEndpointResponse<ProblemDetail> noneParked(String id) {
    return new WebEndpointResponse<>(
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "No record " + id + " is parked; nothing was changed."),
        HttpStatus.NOT_FOUND.value(),
        MediaType.APPLICATION_PROBLEM_JSON);
  }

  /** Puts the parked record with the given id, or all of them, back into the line. */
  @WriteOperation
  Retried retry(@Nullable Long id) {
    int records = tables.unpark(id);
    wakeup.signal();
    return new Retried(records);
  }

  /**
   * @param backlog records not acknowledged yet, those that are parked included
   * @param oldestSeconds how long the oldest of them has been waiting
   * @param parked how many are parked
   * @param parkedRecords the oldest of the parked
   */
  record State(long backlog, long oldestSeconds, long parked, List<ParkedRecord> parkedRecords) {}

  /**
   * @param records how many records will be sent again; zero if nothing is parked (under the id)
   */
  record Retried(int records) {}
}
