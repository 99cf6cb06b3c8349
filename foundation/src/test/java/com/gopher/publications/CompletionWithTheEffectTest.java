package com.gopher.publications;

import static com.gopher.publications.JobListener.BEFORE_COMMIT;
import static com.gopher.publications.JobListener.BETWEEN;
import static com.gopher.publications.JobListener.ENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a listener has done and that it is done are committed together. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@Tag("seconds")
class CompletionWithTheEffectTest {

  @TempDir Path dataDir;
  private ConfigurableApplicationContext application;
  private @Nullable ConfigurableApplicationContext second;

  @AfterEach
  void close() {
    if (second != null) {
      second.close();
    }
    application.close();
  }

  @Test
  void whatFailsAfterItsCommitIsNotDoneAgain() {
    start(WorkingApplication.class);

    Job ownTransaction = publish(Job.FailsAfterCommit::new);
    Job markedTransaction = publish(Job.FailsAfterMark::new);

    await().until(() -> rows() == 0);
    assertThat(workshop().stepsOf(ownTransaction.id())).hasSize(1);
    assertThat(workshop().stepsOf(markedTransaction.id())).hasSize(1);
  }

  /** The control. */
  @Test
  void theFrameworkAloneDoesItAgain() {
    start(FrameworkAlone.class);

    Job ownTransaction = publish(Job.FailsAfterCommit::new);
    Job markedTransaction = publish(Job.FailsAfterMark::new);

    await().until(() -> workshop().stepsOf(ownTransaction.id()).size() > 1);
    await().until(() -> workshop().stepsOf(markedTransaction.id()).size() > 1);
  }

  @Test
  void whatTwoAttemptsDoAtOnceIsDoneOnce() throws InterruptedException {
    start(WorkingApplication.class);

    Job job = doneTwiceAtOnce();

    assertThat(workshop().stepsOf(job.id())).containsExactly("first", "last");
    await().until(() -> rows() == 0);
  }

  /** The control. */
  @Test
  void byTheFrameworkAloneItIsDoneTwice() throws InterruptedException {
    start(FrameworkAlone.class);

    Job job = doneTwiceAtOnce();

    assertThat(workshop().stepsOf(job.id())).containsExactly("first", "first", "last", "last");
  }

  /** Each takes what it finds at its start for what was cut off, and it may be worked on. */
  @Test
  void whatTwoProgramsOnOneDatabaseDoAtOnceIsDoneOnce() throws InterruptedException {
    start(WorkingApplication.class);

    Job job = doneByTwoProgramsAtOnce(WorkingApplication.class);

    assertThat(workshop().stepsOf(job.id())).containsExactly("first", "last");
    await().until(() -> rows() == 0);
  }

  /** The control. */
  @Test
  void byTheFrameworkAloneEachOfThemDoesIt() throws InterruptedException {
    start(FrameworkAlone.class);

    Job job = doneByTwoProgramsAtOnce(FrameworkAlone.class);

    assertThat(workshop().stepsOf(job.id())).hasSizeGreaterThan(2);
  }

  /** It goes on outside of its transaction, so that one does not complete it. */
  @Test
  void whatAListenerDoesLaterIsCompletedWhenItHasEnded() {
    start(WorkingApplication.class);
    var returning = new CountDownLatch(1);
    listener().at((job, point) -> returning.countDown());

    Job job = publish(Job.Later::new);

    await().until(() -> returning.getCount() == 0 && !workshop().stepsOf(job.id()).isEmpty());
    assertThat(queue().size()).isOne();
    listener().later().complete(null);
    await().until(() -> queue().size() == 0);
  }

  /** A step back: it is done again if it is cut off between, and completed when it has returned. */
  @Test
  void aListenerWithoutAMarkIsCompletedAfterItsTransactions() {
    start(WorkingApplication.class);

    Job job = publish(Job.Unmarked::new);

    await().until(() -> rows() == 0);
    assertThat(workshop().stepsOf(job.id())).containsExactly("first", "last");
  }

  /** Where many are finished, storing another would have to write the pages on which they lie. */
  @Test
  void ofManyThatAreFinishedFewLieAboutWithoutATimer() {
    start(WorkingApplication.class);
    stopTheTimer();

    for (int number = 1; number < FinishedPublications.MANY; number++) {
      publish(Job.TwoWrites::new);
    }
    await().until(() -> queue().size() == 0);
    assertThat(rows()).as("the control").isEqualTo(FinishedPublications.MANY - 1);
    publish(Job.TwoWrites::new);

    await().until(() -> rows() == 0);
  }

  /** H2 looks for what a row refers to, and does not keep others from removing it. */
  @Test
  void whatIsFinishedWithoutItsPublicationIsNotCountedForEver() {
    start(WorkingApplication.class);
    stopTheTimer();
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    listener()
        .at(
            (job, point) -> {
              if (point.equals(BEFORE_COMMIT)) {
                begun.countDown();
                awaitQuietly(goOn);
              }
            });
    publish(Job.TwoWrites::new);
    awaitQuietly(begun);
    jdbc().sql("DELETE FROM events.event_publication").update();
    goOn.countDown();
    await("the control").until(() -> queue().size() == -1);

    application.getBean(FinishedPublications.class).removeSome();

    assertThat(queue().size()).isZero();
  }

  /** The first attempt waits before its commit until the second, of the same publication, ended. */
  private Job doneTwiceAtOnce() throws InterruptedException {
    var firstIsBegun = new CountDownLatch(1);
    var secondHasEnded = new CountDownLatch(1);
    var bothHaveEnded = new CountDownLatch(2);
    var attempts = new AtomicInteger();
    listener()
        .at(
            (job, point) -> {
              if (point.equals(BETWEEN) && attempts.incrementAndGet() == 1) {
                firstIsBegun.countDown();
                awaitQuietly(secondHasEnded);
              } else if (point.equals(ENDED)) {
                secondHasEnded.countDown();
                bothHaveEnded.countDown();
              }
            });
    Job job = publish(Job.TwoWrites::new);
    firstIsBegun.await();
    queue().requeueAbandoned(Instant.now().plusSeconds(121), Duration.ofMinutes(2));
    bothHaveEnded.await();
    return job;
  }

  /** The first program waits before its commit until the second, begun meanwhile, has committed. */
  private Job doneByTwoProgramsAtOnce(Class<? extends PublishingApplication> kind)
      throws InterruptedException {
    var firstIsBegun = new CountDownLatch(1);
    var secondHasCommitted = new CountDownLatch(1);
    var firstHasEnded = new CountDownLatch(1);
    listener()
        .at(
            (job, point) -> {
              if (point.equals(BETWEEN)) {
                firstIsBegun.countDown();
                awaitQuietly(secondHasCommitted);
              } else if (point.equals(ENDED)) {
                firstHasEnded.countDown();
              }
            });
    Job job = publish(Job.TwoWrites::new);
    firstIsBegun.await();
    second = PublishingApplication.start(kind, dataDir);
    await().until(() -> workshop().stepsOf(job.id()).contains("last"));
    secondHasCommitted.countDown();
    firstHasEnded.await();
    return job;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void start(Class<? extends PublishingApplication> kind) {
    application = PublishingApplication.start(kind, dataDir);
  }

  private Job publish(Function<UUID, Job> kind) {
    Job job = kind.apply(UUID.randomUUID());
    new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> application.publishEvent(job));
    return job;
  }

  private void stopTheTimer() {
    application
        .getBean(ScheduledTaskHolder.class)
        .getScheduledTasks()
        .forEach(task -> task.cancel(false));
  }

  private long rows() {
    return jdbc().sql("SELECT COUNT(*) FROM events.event_publication").query(Long.class).single();
  }

  private JdbcClient jdbc() {
    return application.getBean(JdbcClient.class);
  }

  private Workshop workshop() {
    return application.getBean(Workshop.class);
  }

  private JobListener listener() {
    return application.getBean(JobListener.class);
  }

  private PublicationQueue queue() {
    return application.getBean(PublicationQueue.class);
  }
}
