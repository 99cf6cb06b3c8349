package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry is there by a line of the application, not by Spring Modulith's starter. */
class RegistrySwitchTest {

  @TempDir Path dataDir;

  @Test
  void withoutTheSwitchEventsArePlainEventsAndNothingOfThemIsStored() {
    try (var application = PublishingApplication.start(PublishingApplication.class, dataDir)) {
      var listener = application.getBean(StubbornListener.class);
      listener.failFromNowOn(true);

      UUID ping = publish(application);

      assertThat(listener.heard()).containsExactly(ping);
      assertThat(stored(application)).isZero();
      assertThat(application.getBeanNamesForType(EventPublicationRegistry.class)).isEmpty();
      assertThat(application.getBeanNamesForType(PublicationRetry.class)).isEmpty();
    }
  }

  @Test
  void withTheSwitchAFailedEventIsStored() {
    try (var application = PublishingApplication.start(RegisteredApplication.class, dataDir)) {
      var listener = application.getBean(StubbornListener.class);
      listener.failFromNowOn(true);

      UUID ping = publish(application);

      await().until(() -> listener.timesHeard(ping) > 0);
      assertThat(stored(application)).isOne();
    }
  }

  private static UUID publish(ApplicationContext application) {
    UUID id = UUID.randomUUID();
    new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> application.publishEvent(new Ping(id)));
    return id;
  }

  private static long stored(ApplicationContext application) {
    return application
        .getBean(JdbcClient.class)
        .sql("SELECT COUNT(*) FROM events.event_publication")
        .query(Long.class)
        .single();
  }
}
