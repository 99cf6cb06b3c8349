package com.gopher.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.gopher.failfast.FailFast;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.invoke.reflect.OperationMethod;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.modulith.events.Externalized;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox as an application gets it: by one line and its properties. */
@ExtendWith(Servers.class)
@Tag("seconds")
class OutboxApplicationTest {

  private static final String NOWHERE = "127.0.0.1:1";

  private Database database;
  private ApplicationContextRunner application;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    database = Database.in(directory);
    application =
        new ApplicationContextRunner()
            .withUserConfiguration(SwitchedOn.class)
            .withBean(DataSource.class, database::owner)
            .withBean(Changed.Mapping.class)
            .withPropertyValues(
                "outbox.lease=600ms",
                "outbox.poll-interval=100ms",
                "outbox.alarm-after=10s",
                "outbox.bootstrap-servers=" + NOWHERE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void withoutTheSwitchThereIsNoOutboxAndNothingIsStored() {
    assertNothingIsStored(
        new ApplicationContextRunner().withBean(DataSource.class, database::owner));
  }

  @Test
  void switchedOffByItsPropertyThereIsNoOutboxEither() {
    assertNothingIsStored(application.withPropertyValues("outbox.enabled=false"));
  }

  private void assertNothingIsStored(ApplicationContextRunner withoutOutbox) {
    withoutOutbox.run(
        context -> {
          inTransaction(context, () -> context.publishEvent(new Changed("t", "a", 1)));

          assertThat(context).doesNotHaveBean(OutboxTables.class).doesNotHaveBean(FailFast.class);
          assertThat(stored()).isZero();
        });
  }

  @EnableOutbox
  private static final class SwitchedOn {}

  @Test
  void publishingOutsideATransactionIsRefused() {
    application.run(
        context -> {
          assertThatThrownBy(() -> context.publishEvent(new Changed("t", "a", 1)))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining(Changed.class.getName())
              .hasMessageContaining("outside a transaction")
              .hasMessageContaining("@Transactional");
          assertThat(stored()).isZero();
        });
  }

  @Test
  void anEventNobodyMapsEndsItsTransaction() {
    application.run(
        context -> {
          assertThatThrownBy(
                  () ->
                      inTransaction(
                          context,
                          () -> {
                            context.publishEvent(new Changed("t", "a", 1));
                            context.publishEvent(new Unmapped());
                          }))
              .hasMessageContaining(Unmapped.class.getName())
              .hasMessageContaining(Outbound.class.getName());
          assertThat(stored()).isZero();
        });
  }

  @Externalized
  private record Unmapped() {}

  @Test
  void theEventsOfABundleAreStoredTogetherOrNotAtAll() {
    var valid = new Changed("t", "a", 1);
    application.run(
        context -> {
          inTransaction(
              context,
              () -> context.publishEvent(new Both(List.of(valid, new Changed("t", "b", 1)))));
          assertThat(stored()).isEqualTo(2);

          assertThatThrownBy(
                  () ->
                      inTransaction(
                          context,
                          () -> {
                            try {
                              context.publishEvent(new Both(List.of(valid, new Unmapped())));
                            } finally {
                              assertThat(stored()).isEqualTo(2);
                            }
                          }))
              .hasMessageContaining(Unmapped.class.getName());
          assertThat(stored()).isEqualTo(2);
        });
  }

  @Externalized
  private record Both(List<Object> events) implements EventBatch<Object> {}

  @Test
  void otherEventsAreNoneOfItsBusiness() {
    application.run(
        context -> {
          context.publishEvent("said outside a transaction");
          assertThat(stored()).isZero();
        });
  }

  @Test
  void withNobodyAtTheAddressOfKafkaTheBacklogIsMeasured() {
    application.run(
        context -> {
          var registry = new SimpleMeterRegistry();
          context.getBean(MeterBinder.class).bindTo(registry);
          assertThat(gauge(registry, "outbox.backlog")).isZero();

          inTransaction(context, () -> context.publishEvent(new Changed("t", "a", 1)));
          makeOlder();

          assertThat(gauge(registry, "outbox.backlog")).isEqualTo(1);
          assertThat(gauge(registry, "outbox.oldest")).isBetween(60.0, 120.0);
          assertThat(gauge(registry, "outbox.parked")).isZero();
          assertThat(registry.get("outbox.sent").functionCounter().count()).isZero();
          assertThat(registry.get("outbox.redelivered").functionCounter().count()).isZero();
        });
  }

  private static double gauge(MeterRegistry registry, String name) {
    return registry.get(name).gauge().value();
  }

  @Test
  void healthSpeaksUpWhenARecordGetsOldOrIsParked() {
    application.run(
        context -> {
          var health = context.getBean("outboxHealthIndicator", HealthIndicator.class);
          assertThat(health.health().getStatus()).isEqualTo(Status.UP);

          inTransaction(context, () -> context.publishEvent(new Changed("t", "a", 1)));
          assertThat(health.health().getStatus()).as("young").isEqualTo(Status.UP);

          makeOlder();
          assertThat(health.health().getStatus()).as("old").isEqualTo(Status.OUT_OF_SERVICE);
          assertThat(health.health().getDetails()).containsEntry("backlog", 1L);

          database.jdbc().sql("UPDATE events.outbox SET stored_at = CURRENT_TIMESTAMP").update();
          assertThat(health.health().getStatus()).as("young again").isEqualTo(Status.UP);
          context.getBean(OutboxTables.class).park(1, "too large");
          assertThat(health.health().getStatus()).as("parked").isEqualTo(Status.OUT_OF_SERVICE);
        });
  }

  @Test
  void theEndpointListsAndRetries() {
    application.run(
        context -> {
          var endpoint = context.getBean(OutboxEndpoint.class);
          inTransaction(context, () -> context.publishEvent(new Changed("t", "a", 1)));
          context.getBean(OutboxTables.class).park(1, "too large");

          assertThat(endpoint.list().backlog()).isEqualTo(1);
          assertThat(endpoint.list().parkedRecords())
              .singleElement()
              .extracting(ParkedRecord::reason)
              .isEqualTo("too large");
          assertThat(endpoint.retry(7L).records()).isZero();
          assertThat(endpoint.retry(1L).records()).isOne();
          assertThat(endpoint.list().parked()).isZero();
        });
  }

  @Test
  void theEndpointShowsAndDismissesWhatIsParked() {
    application.run(
        context -> {
          var endpoint = context.getBean(OutboxEndpoint.class);
          inTransaction(context, () -> context.publishEvent(new Changed("t", "a", 1)));

          assertThat(endpoint.dismiss("1").getStatus()).as("not parked").isEqualTo(404);
          assertThat(endpoint.dismiss("one").getStatus()).isEqualTo(404);
          assertThat(endpoint.list().backlog()).isEqualTo(1);

          context.getBean(OutboxTables.class).park(1, "too large");
          assertThat(endpoint.show("1").getBody()).isInstanceOf(Map.class);
          assertThat(endpoint.dismiss("1").getBody()).isEqualTo(Map.of("dismissed", "1"));
          assertThat(endpoint.list().backlog()).isZero();
          assertThat(endpoint.show("1").getStatus()).isEqualTo(404);
        });
  }

  @Test
  void whoRetriesNeedNotGiveAnId() throws Exception {
    var retry =
        new OperationMethod(
            OutboxEndpoint.class.getDeclaredMethod("retry", Long.class), OperationType.WRITE);

    assertThat(retry.getParameters())
        .singleElement()
        .satisfies(
            id -> {
              assertThat(id.getName()).isEqualTo("id");
              assertThat(id.isMandatory()).isFalse();
            });
  }

  @Test
  void anApplicationWithoutActuatorMetricsAndTracingHasAnOutboxToo() {
    application
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.boot.actuate",
                "org.springframework.boot.health",
                "io.micrometer"))
        .run(
            context -> {
              inTransaction(context, () -> context.publishEvent(new Changed("t", "a", 1)));
              assertThat(stored()).isOne();
            });
  }

  @Test
  void aWrongPropertyIsNamedWithWhatToGive() {
    application
        .withPropertyValues("outbox.schema=events; DROP TABLE x")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("outbox.schema")
                    .hasMessageContaining("letters, digits and underscores"));
  }

  @Test
  void aLeaseThatRunsOutBetweenTwoLooksIsRefused() {
    application
        .withPropertyValues("outbox.lease=1s", "outbox.poll-interval=500ms")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("outbox.poll-interval")
                    .hasMessageContaining("at most a third of outbox.lease"));
  }

  @Test
  void gatheringLongerThanTheRelayLooksByItselfIsRefused() {
    application
        .withPropertyValues("outbox.gather=200ms", "outbox.poll-interval=100ms")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("outbox.gather")
                    .hasMessageContaining("at most outbox.poll-interval"));
  }

  @Test
  void aCommitWakesTheRelay(Broker broker) throws Exception {
    var topic = broker.topic("woken");
    application
        .withPropertyValues(
            "outbox.lease=30m",
            "outbox.poll-interval=10m",
            "outbox.bootstrap-servers=" + broker.address())
        .run(
            context -> {
              await().until(() -> leaseIsHeld());
              inTransaction(context, () -> context.publishEvent(new Changed("woken", "a", 1)));
              assertThat(topic.after("a", 1)).hasSize(1);
            });
  }

  private boolean leaseIsHeld() {
    return database
            .jdbc()
            .sql("SELECT COUNT(*) FROM events.outbox_lease WHERE expires_at > CURRENT_TIMESTAMP")
            .query(Long.class)
            .single()
        == 1;
  }

  private void inTransaction(AssertableApplicationContext context, Runnable work) {
    new TransactionTemplate(new JdbcTransactionManager(context.getBean(DataSource.class)))
        .executeWithoutResult(status -> work.run());
  }

  private void makeOlder() {
    database
        .jdbc()
        .sql("UPDATE events.outbox SET stored_at = stored_at - INTERVAL '60' SECOND")
        .update();
  }

  private long stored() {
    return new OutboxTables(database.owner(), "events").backlog().size();
  }
}
