package com.gopher.publications;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
 * {@code /actuator/publications}: what is unfinished, a way to retry it without waiting, and a way
 * to give up what nobody will ever be able to finish.
 */
@Endpoint(id = "publications")
class PublicationsEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(PublicationsEndpoint.class);
  private static final int MOST_LISTED = 100;

  private final PublicationQueue queue;
  private final UnreadableEvents unreadable;
  private final Clock clock;

  PublicationsEndpoint(PublicationQueue queue, UnreadableEvents unreadable, Clock clock) {
    this.queue = queue;
    this.unreadable = unreadable;
    this.clock = clock;
  }

  @ReadOperation
  Unfinished unfinished() {
    List<UnfinishedPublication> oldest = queue.oldest(MOST_LISTED);
    return new Unfinished(
        queue.size(), oldest.stream().map(it -> it.because(unreadable.reason(it.id()))).toList());
  }

  /** One of them, with its content as it is stored. */
  @ReadOperation
  WebEndpointResponse<?> show(@Selector String id) {
    Optional<StoredEvent> stored = uuid(id).flatMap(queue::find);
    return stored.isEmpty()
        ? problem(HttpStatus.NOT_FOUND, "There is no unfinished publication " + id + ".")
        : new WebEndpointResponse<>(Shown.of(stored.get(), unreadable.reason(stored.get().id())));
  }

  /** Makes all that waits for a later attempt due; it is attempted within a second. */
  @WriteOperation
  Map<String, Integer> retry() {
    return Map.of("retried", queue.requeueAll(clock.instant()));
  }

  /** Removes one that waits for another attempt: its listener never hears of the event. */
  @DeleteOperation
  WebEndpointResponse<?> dismiss(@Selector String id) {
    Optional<StoredEvent> stored = uuid(id).flatMap(queue::find);
    if (stored.isEmpty()) {
      return problem(HttpStatus.NOT_FOUND, "There is no unfinished publication " + id + ".");
    }
    StoredEvent event = stored.get();
    if (!queue.dismiss(event.id())) {
      return problem(
          HttpStatus.CONFLICT,
          "The publication is being attempted, or was never attempted; nothing was dismissed.");
    }
    unreadable.forget(event.id());
    LOG.warn("Dismissed: {}, a {} for {}", event.id(), event.eventType(), event.listener());
    return new WebEndpointResponse<>(Map.of("dismissed", event.id()));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static WebEndpointResponse<ProblemDetail> problem(HttpStatus status, String detail) {
    return new WebEndpointResponse<>(
        ProblemDetail.forStatusAndDetail(status, detail),
        status.value(),
        MediaType.APPLICATION_PROBLEM_JSON);
  }

  record Unfinished(long total, List<UnfinishedPublication> items) {}

  /**
   * @param content of the event, as it is stored
   * @param reason why it cannot be read; null if it can
   */
  record Shown(
      UUID id,
      String listener,
      String eventType,
      int attempts,
      String content,
      @Nullable String reason) {

    static Shown of(StoredEvent stored, @Nullable String reason) {
      return new Shown(
          stored.id(),
          stored.listener(),
          stored.eventType(),
          stored.attempts(),
          stored.serialized(),
          reason);
    }
  }
}
