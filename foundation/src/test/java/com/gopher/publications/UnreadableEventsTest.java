package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** What another version has stored lies between what this one can read. */
@Tag("seconds")
class UnreadableEventsTest {

  private static final String PING = Ping.class.getName();

  @TempDir Path dataDir;
  private ConfigurableApplicationContext application;
  private UUID readable;
  private UUID cutOff;
  private UUID classGone;
  private UUID listenerGone;

  @BeforeEach
  void leaveBehind() {
    start();
    stopTheTimer();
    cutOff = store(StubbornListener.ID, PING, "{\"id\":\"0198");
    classGone = store(StubbornListener.ID, PING + "ed", "{}");
    listenerGone = store("test.renamed", PING, content(UUID.randomUUID()));
    readable = UUID.randomUUID();
    store(StubbornListener.ID, PING, content(readable));
  }

  @AfterEach
  void close() {
    application.close();
  }

  @Test
  void theApplicationStartsAndEverythingElseGoesOn() {
    application.close();

    start();

    await().until(() -> listener().heard().contains(readable));
    await().until(() -> queue().size() == 3);
    assertThat(bean(PublicationsHealthIndicator.class).health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(bean(PublicationsEndpoint.class).unfinished().items())
        .allSatisfy(it -> assertThat(it.status()).isEqualTo("WAITING"))
        .extracting(UnfinishedPublication::reason)
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).startsWith("It cannot be read: "),
            it -> assertThat(it).isEqualTo("There is no event " + PING + "ed in this version."),
            it -> assertThat(it).isEqualTo("There is no listener test.renamed in this version."));
  }

  /** The control: it is what {@link PublicationRetry} does before it asks for the same. */
  @Test
  void theFrameworkAloneHandsNothingOutBehindWhatCannotBeRead() {
    queue().resumeEverything(Instant.now());

    try {
      bean(FailedEventPublications.class).resubmit(ResubmissionOptions.defaults());
    } catch (RuntimeException cutOffJson) {
      assertThat(cutOffJson).hasMessageContaining("end-of-input");
    }

    assertThat(listener().heard()).doesNotContain(readable);
  }

  @Test
  void itIsTriedAgainAfterGrowingPausesAndToldOnce() {
    queue().resumeEverything(Instant.now());
    var unreadable = bean(UnreadableEvents.class);
    Instant now = Instant.now();

    unreadable.setAside(now, 10);
    assertThat(unreadable.number()).isEqualTo(3);
    assertThat(queue().due()).as("the one that can be read").isOne();
    Instant first = nextAttempt(cutOff);
    queue().requeueDue(first, 10);
    unreadable.setAside(first, 10);

    assertThat(nextAttempt(cutOff)).isAfter(first.plusSeconds(1));
    assertThat(unreadable.number()).isEqualTo(3);
  }

  @Test
  void manyOfThemDoNotHideWhatCanBeRead() {
    queue().resumeEverything(Instant.now());

    bean(UnreadableEvents.class).setAside(Instant.now(), 1);

    assertThat(queue().oldestDue(9))
        .extracting(StoredEvent::serialized)
        .containsExactly(content(readable));
  }

  @Test
  void oneIsShownAndDismissedAndTheOthersStay() {
    queue().resumeEverything(Instant.now());
    bean(UnreadableEvents.class).setAside(Instant.now(), 10);
    var endpoint = bean(PublicationsEndpoint.class);
    assertThat(endpoint.show(cutOff.toString()).getBody())
        .isInstanceOfSatisfying(
            PublicationsEndpoint.Shown.class,
            it -> {
              assertThat(it.content()).isEqualTo("{\"id\":\"0198");
              assertThat(it.reason()).startsWith("It cannot be read: ");
            });

    assertThat(endpoint.dismiss(cutOff.toString()).getStatus()).isEqualTo(200);

    assertThat(endpoint.show(cutOff.toString()).getStatus()).isEqualTo(404);
    assertThat(endpoint.dismiss("nonsense").getStatus()).isEqualTo(404);
    assertThat(bean(UnreadableEvents.class).number()).isEqualTo(2);
    assertThat(queue().find(classGone)).isPresent();
    assertThat(queue().find(listenerGone)).isPresent();
  }

  @Test
  void whatIsDueIsNotDismissed() {
    queue().resumeEverything(Instant.now());

    assertThat(bean(PublicationsEndpoint.class).dismiss(cutOff.toString()).getStatus())
        .isEqualTo(409);
    assertThat(queue().find(cutOff)).isPresent();
  }

  private void start() {
    application = PublishingApplication.start(RegisteredApplication.class, dataDir);
  }

  private void stopTheTimer() {
    bean(ScheduledTaskHolder.class).getScheduledTasks().forEach(task -> task.cancel(false));
  }

  private Instant nextAttempt(UUID id) {
    return bean(PublicationsEndpoint.class).unfinished().items().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow()
        .nextAttemptAt();
  }

  private UUID store(String listener, String type, String content) {
    UUID id = UUID.randomUUID();
    bean(JdbcClient.class)
        .sql(
            """
            INSERT INTO events.event_publication
              (id, listener_id, event_type, serialized_event, publication_date, status,
               completion_attempts, last_resubmission_date)
            VALUES (:id, :listener, :type, :event, :now, 'PROCESSING', 1, :now)
            """)
        .param("id", id)
        .param("listener", listener)
        .param("type", type)
        .param("event", content)
        .param("now", Instant.now().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  private static String content(UUID ping) {
    return "{\"id\":\"" + ping + "\"}";
  }

  private StubbornListener listener() {
    return bean(StubbornListener.class);
  }

  private PublicationQueue queue() {
    return bean(PublicationQueue.class);
  }

  private <T> T bean(Class<T> type) {
    return application.getBean(type);
  }
}
