package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("seconds")
class PublicationRetryTest {

  @TempDir Path dataDir;
  private ConfigurableApplicationContext application;

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void aFailingListenerIsCalledAgainUntilItSucceeds() {
    start();
    listener().failFromNowOn(true);
    UUID ping = publish();
    await().until(() -> listener().timesHeard(ping) >= 2);

    listener().failFromNowOn(false);

    await().until(() -> queue().size() == 0);
  }

  @Test
  void whatIsRolledBackIsNeverHeard() {
    start();
    UUID ping = UUID.randomUUID();
    var template = new TransactionTemplate(bean(PlatformTransactionManager.class));
    template.executeWithoutResult(
        status -> {
          application.publishEvent(new Ping(ping));
          status.setRollbackOnly();
        });
    UUID later = publish();

    await().until(() -> listener().timesHeard(later) == 1);
    assertThat(listener().timesHeard(ping)).isZero();
    await().until(() -> queue().size() == 0);
  }

  @Test
  void whateverStateAKilledProcessLeftItIsResumedAtTheNextStart() {
    start();
    stopTheTimer();
    Map<String, UUID> left =
        Map.of(
            "PUBLISHED", leaveBehind("PUBLISHED"),
            "PROCESSING", leaveBehind("PROCESSING"),
            "RESUBMITTED", leaveBehind("RESUBMITTED"),
            "FAILED", leaveBehind("FAILED"));
    application.close();

    start();

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(listener().heard()).containsExactlyInAnyOrderElementsOf(left.values()));
    await().until(() -> queue().size() == 0);
  }

  /** The control: without {@link PublicationRetry} three of the four states would stay for ever. */
  @Test
  void theFrameworkAloneResumesOnlyWhatIsMarkedAsFailed() {
    start();
    stopTheTimer();
    leaveBehind("PUBLISHED");
    leaveBehind("PROCESSING");
    leaveBehind("RESUBMITTED");
    UUID failed = leaveBehind("FAILED");

    bean(FailedEventPublications.class).resubmit(ResubmissionOptions.defaults());

    await().until(() -> queue().size() == 3);
    assertThat(listener().heard()).containsOnly(failed);
  }

  @Test
  void whatKeepsFailingIsShownAndCanBeRetriedAtOnce() {
    start();
    assertThat(health()).isEqualTo(Status.UP);
    UUID ping = leaveBehind("PUBLISHED");
    Instant later = Instant.now().plusSeconds(240);
    jdbc()
        .sql(
            """
            UPDATE events.event_publication
            SET completion_attempts = :attempts, next_attempt_at = :next
            """)
        .param("attempts", PublicationsHealthIndicator.KEEPS_FAILING)
        .param("next", later.atOffset(ZoneOffset.UTC))
        .update();

    assertThat(health()).isEqualTo(Status.DOWN);
    var unfinished = bean(PublicationsEndpoint.class).unfinished();
    assertThat(unfinished.total()).isOne();
    assertThat(unfinished.items())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.event()).isEqualTo("Ping");
              assertThat(it.listener()).isEqualTo(StubbornListener.ID);
              assertThat(it.status()).isEqualTo("WAITING");
              assertThat(it.nextAttemptAt()).isAfter(Instant.now());
            });

    assertThat(bean(PublicationsEndpoint.class).retry()).containsEntry("retried", 1);

    await().until(() -> listener().timesHeard(ping) == 1);
    await().until(() -> health().equals(Status.UP));
  }

  @Test
  void theHopelessDoNotHoldUpTheRest() {
    start();
    stopTheTimer();
    for (int i = 0; i < 10; i++) {
      leaveBehind("PUBLISHED");
    }
    jdbc()
        .sql("UPDATE events.event_publication SET next_attempt_at = :next")
        .param("next", Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC))
        .update();
    UUID fresh = leaveBehind("FAILED");

    bean(FailedEventPublications.class).resubmit(ResubmissionOptions.defaults().withBatchSize(1));

    await().until(() -> listener().timesHeard(fresh) == 1);
    assertThat(listener().heard()).containsOnly(fresh);
  }

  @Test
  void whatIsResumedButNotYetResubmittedStaysDueHoweverOftenItFailedBefore() {
    start();
    stopTheTimer();
    leaveBehind("PROCESSING");
    Instant now = Instant.now().plusSeconds(1);
    queue().resumeEverything(now);

    queue().postpone(now, new RetryPause(Duration.ofHours(1), Duration.ofHours(1)));

    assertThat(queue().due()).isOne();
  }

  @Test
  void whatNobodyFinishesIsRequeuedAsAbandoned() {
    start();
    UUID ping = leaveBehind("PROCESSING");

    assertThat(queue().requeueAbandoned(Instant.now(), Duration.ofMinutes(2))).isZero();
    assertThat(queue().requeueAbandoned(Instant.now().plusSeconds(121), Duration.ofMinutes(2)))
        .isOne();

    await().until(() -> listener().timesHeard(ping) == 1);
  }

  /** A clock that was put forward makes all of it due, which is what the control shows. */
  @Test
  void whatAClockHasDatedThatWasSetBackByAnHourIsDueNow() {
    start();
    stopTheTimer();
    List<UUID> pings = List.of(leaveBehind("PUBLISHED"), leaveBehind("FAILED"));
    Instant now = Instant.now();
    date("next_attempt_at", now.plusSeconds(3600));

    queue().requeueDue(now, 10);
    assertThat(queue().due()).as("the control: a date ahead is waited for").isOne();
    queue().forgetDatesAhead(now, RetryPause.DEFAULT.longest());
    queue().requeueDue(now, 10);

    assertThat(queue().due()).isEqualTo(2);
    bean(FailedEventPublications.class).resubmit(ResubmissionOptions.defaults());
    await().until(() -> queue().size() == 0);
    assertThat(listener().heard()).containsExactlyInAnyOrderElementsOf(pings);
  }

  @Test
  void aPauseThatCanBeIsKept() {
    start();
    stopTheTimer();
    leaveBehind("PUBLISHED");
    Instant now = Instant.now();
    date("next_attempt_at", now.plus(RetryPause.DEFAULT.longest()));

    queue().forgetDatesAhead(now, RetryPause.DEFAULT.longest());
    queue().requeueDue(now, 10);

    assertThat(queue().due()).isZero();
  }

  /** Otherwise it would be tried again each second, for as long as the clock was set back. */
  @Test
  void whatFailsAfterTheClockWasSetBackIsPostponedLikeAnyFailure() {
    start();
    stopTheTimer();
    leaveBehind("FAILED");
    Instant now = Instant.now();
    date("next_attempt_at", now.plusSeconds(3600));
    queue().postpone(now, RetryPause.DEFAULT);
    assertThat(queue().due()).as("the control: its failure is not seen").isOne();

    queue().forgetDatesAhead(now, RetryPause.DEFAULT.longest());
    date("last_resubmission_date", now);
    queue().postpone(now, RetryPause.DEFAULT);

    assertThat(queue().due()).isZero();
  }

  @Test
  void whatWasBegunInTheFutureCountsAsAbandoned() {
    start();
    stopTheTimer();
    leaveBehind("PROCESSING");
    Instant now = Instant.now();
    date("last_resubmission_date", now.plusSeconds(60));
    assertThat(queue().requeueAbandoned(now, Duration.ofMinutes(2))).as("the control").isZero();

    date("last_resubmission_date", now.plusSeconds(3600));

    assertThat(queue().requeueAbandoned(now, Duration.ofMinutes(2))).isOne();
  }

  private void date(String column, Instant time) {
    jdbc()
        .sql("UPDATE events.event_publication SET %s = :time".formatted(column))
        .param("time", time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void start() {
    application = PublishingApplication.start(RegisteredApplication.class, dataDir);
  }

  /** Or it might finish what a test wants to find unfinished. Returns when no run is under way. */
  private void stopTheTimer() {
    bean(ScheduledTaskHolder.class).getScheduledTasks().forEach(task -> task.cancel(false));
    var idle = new CompletableFuture<Void>();
    bean(TaskScheduler.class).schedule(() -> idle.complete(null), Instant.now());
    idle.join();
  }

  private UUID publish() {
    UUID id = UUID.randomUUID();
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> application.publishEvent(new Ping(id)));
    return id;
  }

  /** What the registry holds when a process was killed in this state. */
  private UUID leaveBehind(String status) {
    UUID id = UUID.randomUUID();
    jdbc()
        .sql(
            """
            INSERT INTO events.event_publication
              (id, listener_id, event_type, serialized_event, publication_date, status,
               completion_attempts, last_resubmission_date)
            VALUES (:id, :listener, :type, :event, :now, :status, 1, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("listener", StubbornListener.ID)
        .param("type", Ping.class.getName())
        .param("event", "{\"id\":\"" + id + "\"}")
        .param("now", bean(Clock.class).instant().atOffset(ZoneOffset.UTC))
        .param("status", status)
        .update();
    return id;
  }

  private Status health() {
    return bean(PublicationsHealthIndicator.class).health().getStatus();
  }

  private StubbornListener listener() {
    return bean(StubbornListener.class);
  }

  private PublicationQueue queue() {
    return bean(PublicationQueue.class);
  }

  private JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  private <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
