package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.DefaultEventPublicationRegistry;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What an event with two listeners costs, beside what it costs the framework alone. */
@Tag("seconds")
class PublicationRowsTest {

  private static final AtomicInteger SERIALIZED = new AtomicInteger();

  @TempDir Path dataDir;
  private ConfigurableApplicationContext application;

  @BeforeEach
  void start() {
    application = PublishingApplication.start(CountingApplication.class, dataDir);
    SERIALIZED.set(0);
  }

  @AfterEach
  void close() {
    bean(TwoListeners.class).goOn();
    application.close();
  }

  @Test
  void anEventForTwoListenersIsSerializedOnce() throws InterruptedException {
    UUID id = publish();

    assertThat(SERIALIZED).hasValue(1);
    bean(TwoListeners.class).awaitBegun(id);
    bean(TwoListeners.class).goOn();
    await().until(() -> bean(PublicationQueue.class).size() == 0);
  }

  @Test
  void itIsStoredAsTheFrameworkStoresIt() throws InterruptedException {
    stopEverythingElse(publish());
    List<Map<String, Object>> ours = rows();

    jdbc().sql("DELETE FROM events.event_publication").update();
    framework().store(new Told(UUID.randomUUID()), bothListeners());

    assertThat(ours).isNotEmpty().allSatisfy(row -> assertThat(rows()).contains(row));
  }

  /** The control. */
  @Test
  void theFrameworkAloneSerializesItForEachListener() {
    framework().store(new Told(UUID.randomUUID()), bothListeners());

    assertThat(SERIALIZED).hasValue(2);
  }

  @Test
  void thatAListenerHasBegunIsNotWritten() throws InterruptedException {
    stopEverythingElse(publish());

    assertThat(rows()).extracting(row -> row.get("STATUS")).containsOnly("PUBLISHED");
  }

  /** The control. */
  @Test
  void theFrameworkAloneWritesIt() {
    var framework = framework();
    var told = new Told(UUID.randomUUID());
    framework.store(told, bothListeners());

    framework.markProcessing(told, PublicationTargetIdentifier.of(TwoListeners.PATIENT));

    assertThat(rows()).extracting(row -> row.get("STATUS")).contains("PROCESSING");
  }

  @Test
  void whatIsRolledBackLeavesNoRow() {
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              application.publishEvent(new Told(UUID.randomUUID()));
              assertThat(rows()).hasSize(2);
              status.setRollbackOnly();
            });

    assertThat(rows()).isEmpty();
  }

  private void stopEverythingElse(UUID id) throws InterruptedException {
    bean(TwoListeners.class).awaitBegun(id);
    await().until(() -> bean(PublicationQueue.class).size() == 1);
  }

  /** Without what differs between two events: their ids, contents and times. */
  private List<Map<String, Object>> rows() {
    return jdbc()
        .sql(
            """
            SELECT listener_id, event_type, status, completion_attempts, completion_date,
                   next_attempt_at, LENGTH(serialized_event) AS length,
                   publication_date = last_resubmission_date AS is_first
            FROM events.event_publication
            """)
        .query()
        .listOfRows();
  }

  private DefaultEventPublicationRegistry framework() {
    var repository =
        application.getBean("jdbcEventPublicationRepository", EventPublicationRepository.class);
    return new DefaultEventPublicationRegistry(repository, bean(Clock.class));
  }

  private static Stream<PublicationTargetIdentifier> bothListeners() {
    return Stream.of(TwoListeners.QUICK, TwoListeners.PATIENT).map(PublicationTargetIdentifier::of);
  }

  private UUID publish() {
    UUID id = UUID.randomUUID();
    new TransactionTemplate(bean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> application.publishEvent(new Told(id)));
    return id;
  }

  private JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  private <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** Counts how often an event is serialized. */
  @Configuration(proxyBeanMethods = false)
  @EnablePublications
  static class CountingApplication extends RegisteredApplication {

    @Bean
    TwoListeners twoListeners() {
      return new TwoListeners();
    }

    @Bean
    static BeanPostProcessor countingSerializer() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof EventSerializer serializer ? counting(serializer) : bean;
        }
      };
    }

    private static EventSerializer counting(EventSerializer serializer) {
      return new EventSerializer() {
        @Override
        public Object serialize(Object event) {
          SERIALIZED.incrementAndGet();
          return serializer.serialize(event);
        }

        @Override
        public <T> T deserialize(Object serialized, Class<T> type) {
          return serializer.deserialize(serialized, type);
        }
      };
    }
  }
}
