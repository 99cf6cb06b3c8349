package com.gopher.publications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers arrive as soon as a port is open, which is before the application is ready. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@Tag("seconds")
class WorkDuringTheStartTest {

  private static final CountDownLatch BEGUN = new CountDownLatch(1);
  private static final CountDownLatch GO_ON = new CountDownLatch(1);

  @TempDir Path dataDir;

  @Test
  void whatIsPublishedBeforeTheApplicationIsReadyIsNotAttemptedTwice() {
    try (var application = PublishingApplication.start(EarlyCustomer.class, dataDir)) {
      application
          .getBean(ScheduledTaskHolder.class)
          .getScheduledTasks()
          .forEach(task -> task.cancel(false));
      PublicationsEndpoint publications = application.getBean(PublicationsEndpoint.class);

      assertThat(publications.unfinished().items())
          .singleElement()
          .returns("PUBLISHED", UnfinishedPublication::status)
          .returns(1, UnfinishedPublication::attempts);

      PublicationRetry retry = application.getBean(PublicationRetry.class);
      retry.afterSingletonsInstantiated();
      retry.resume();
      assertThat(publications.unfinished().items())
          .as("the control: what is resumed while it is worked on is attempted again")
          .singleElement()
          .returns("RESUBMITTED", UnfinishedPublication::status)
          .returns(2, UnfinishedPublication::attempts);
      GO_ON.countDown();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnablePublications
  static class EarlyCustomer extends WorkingApplication {

    @Bean
    ApplicationRunner order(
        JobListener listener,
        ApplicationEventPublisher events,
        PlatformTransactionManager manager) {
      listener.at((job, point) -> workUntilTheEnd());
      return arguments -> {
        new TransactionTemplate(manager)
            .executeWithoutResult(
                status -> events.publishEvent(new Job.TwoWrites(UUID.randomUUID())));
        BEGUN.await();
      };
    }

    private static void workUntilTheEnd() {
      BEGUN.countDown();
      try {
        GO_ON.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
