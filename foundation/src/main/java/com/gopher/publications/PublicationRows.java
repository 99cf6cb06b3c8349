package com.gopher.publications;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;

/**
 * Spring Modulith's repository of publications with less to write: those of one event are stored
 * together, that a listener has begun is not stored, as nobody asks, and what its own transaction
 * has completed is not completed once more.
 */
class PublicationRows implements EventPublicationRepository {

  private final EventPublicationRepository modulith;
  private final JdbcOperations jdbc;
  private final EventSerializer serializer;
  private final ListenerCalls calls;
  private final FinishedPublications finished;
  private final String insert;
  private final ThreadLocal<@Nullable List<TargetEventPublication>> gathered = new ThreadLocal<>();

  /**
   * @param schema the one of the registry
   */
  PublicationRows(
      EventPublicationRepository modulith,
      JdbcOperations jdbc,
      EventSerializer serializer,
      ListenerCalls calls,
      FinishedPublications finished,
      String schema) {
    this.modulith = modulith;
    this.jdbc = jdbc;
    this.serializer = serializer;
    this.calls = calls;
    this.finished = finished;
    this.insert =
        """
        INSERT INTO %s.event_publication
          (id, listener_id, event_type, serialized_event, publication_date, status,
           completion_attempts, last_resubmission_date)
        VALUES (?, ?, ?, ?, ?, ?, 1, ?)
        """
            .formatted(schema);
  }

  /** Stores in one batch what is created meanwhile: publications of one event. */
  <T> T together(Object event, Supplier<T> creating) {
    List<TargetEventPublication> batch = new ArrayList<>();
    gathered.set(batch);
    T created;
    try {
      created = creating.get();
    } finally {
      gathered.remove();
    }
    if (!batch.isEmpty()) {
      insert(event, batch);
    }
    return created;
  }

  private void insert(Object event, List<TargetEventPublication> batch) {
    Object serialized = serializer.serialize(event);
    List<Object[]> rows = new ArrayList<>();
    for (TargetEventPublication each : batch) {
      Timestamp at = Timestamp.from(each.getPublicationDate());
      rows.add(
          new Object[] {
            each.getIdentifier(),
            each.getTargetIdentifier().getValue(),
            event.getClass().getName(),
            serialized,
            at,
            each.getStatus().name(),
            at
          });
    }
    jdbc.batchUpdate(insert, rows);
  }

  @Override
  public TargetEventPublication create(TargetEventPublication publication) {
    List<TargetEventPublication> batch = gathered.get();
    if (batch == null) {
      return modulith.create(publication);
    }
    batch.add(publication);
    return publication;
  }

  @Override
  public void markProcessing(UUID id) {
    calls.begin(id);
  }

  @Override
  public void markCompleted(UUID id, Instant completedAt) {
    if (calls.end(id)) {
      finished.count();
    } else {
      modulith.markCompleted(id, completedAt);
    }
  }

  /** Also where a listener fails after its commit: there is nothing left to do again. */
  @Override
  public void markFailed(UUID id) {
    if (!calls.end(id)) {
      modulith.markFailed(id);
    }
  }

  @Override
  public void markCompleted(
      Object event, PublicationTargetIdentifier listener, Instant completedAt) {
    modulith.markCompleted(event, listener, completedAt);
  }

  @Override
  public boolean markResubmitted(UUID id, Instant resubmittedAt) {
    return modulith.markResubmitted(id, resubmittedAt);
  }

  @Override
  public List<TargetEventPublication> findIncompletePublications() {
    return modulith.findIncompletePublications();
  }

  @Override
  public List<TargetEventPublication> findIncompletePublicationsPublishedBefore(Instant before) {
    return modulith.findIncompletePublicationsPublishedBefore(before);
  }

  @Override
  public Optional<TargetEventPublication> findIncompletePublicationsByEventAndTargetIdentifier(
      Object event, PublicationTargetIdentifier listener) {
    return modulith.findIncompletePublicationsByEventAndTargetIdentifier(event, listener);
  }

  @Override
  public List<TargetEventPublication> findCompletedPublications() {
    return modulith.findCompletedPublications();
  }

  @Override
  public List<TargetEventPublication> findFailedPublications(FailedCriteria criteria) {
    return modulith.findFailedPublications(criteria);
  }

  @Override
  public List<TargetEventPublication> findByStatus(Status status) {
    return modulith.findByStatus(status);
  }

  @Override
  public int countByStatus(Status status) {
    return modulith.countByStatus(status);
  }

  @Override
  public void deletePublications(List<UUID> ids) {
    modulith.deletePublications(ids);
  }

  @Override
  public void deleteCompletedPublications() {
    modulith.deleteCompletedPublications();
  }

  @Override
  public void deleteCompletedPublicationsBefore(Instant before) {
    modulith.deleteCompletedPublicationsBefore(before);
  }
}
