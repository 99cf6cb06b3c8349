package com.gopher.publications;

import static com.gopher.publications.JobListener.BEFORE_COMMIT;
import static com.gopher.publications.JobListener.BEGUN;
import static com.gopher.publications.JobListener.BETWEEN;
import static com.gopher.publications.JobListener.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the database holds when the process is killed at some point of a listener: a copy of its
 * file at that point, as each commit is written at once. Either all of the effect is there and the
 * publication is finished, or the listener will be called again.
 */
@Tag("seconds")
class CutOffListenerTest {

  private static final List<String> POINTS = List.of(BEGUN, BETWEEN, BEFORE_COMMIT, COMMITTED);

  @TempDir static Path directory;

  /**
   * What the database holds.
   *
   * @param steps of the job that were done
   */
  private record Left(List<String> steps, boolean isFinished) {}

  private static final Left NOTHING = new Left(List.of(), false);
  private static final Left HALF = new Left(List.of("first"), false);
  private static final Left ALL = new Left(List.of("first", "last"), true);
  private static final Left ALL_AND_AGAIN = new Left(List.of("first", "last"), false);

  @BeforeAll
  static void copyTheDatabaseAtEachPoint() {
    copies(
        "ours",
        WorkingApplication.class,
        new Job.TwoWrites(UUID.randomUUID()),
        new Job.ReadsFirst(UUID.randomUUID()),
        new Job.TwoTransactions(UUID.randomUUID()),
        new Job.Unmarked(UUID.randomUUID()));
    copies("framework", FrameworkAlone.class, new Job.TwoWrites(UUID.randomUUID()));
  }

  static Stream<Arguments> whatIsLeft() {
    return Stream.of(
        Arguments.of("ours", Job.TwoWrites.class, BEGUN, NOTHING),
        Arguments.of("ours", Job.TwoWrites.class, BETWEEN, NOTHING),
        Arguments.of("ours", Job.TwoWrites.class, BEFORE_COMMIT, NOTHING),
        Arguments.of("ours", Job.TwoWrites.class, COMMITTED, ALL),
        Arguments.of("ours", Job.ReadsFirst.class, BEGUN, NOTHING),
        Arguments.of("ours", Job.ReadsFirst.class, BETWEEN, NOTHING),
        Arguments.of("ours", Job.ReadsFirst.class, BEFORE_COMMIT, NOTHING),
        Arguments.of("ours", Job.ReadsFirst.class, COMMITTED, ALL),
        // The marked one completes, and not the first that writes.
        Arguments.of("ours", Job.TwoTransactions.class, BEGUN, NOTHING),
        Arguments.of("ours", Job.TwoTransactions.class, BETWEEN, HALF),
        Arguments.of("ours", Job.TwoTransactions.class, COMMITTED, ALL),
        // Without a mark it is as it is with the framework.
        Arguments.of("ours", Job.Unmarked.class, BETWEEN, HALF),
        Arguments.of("ours", Job.Unmarked.class, COMMITTED, ALL_AND_AGAIN),
        // The control.
        Arguments.of("framework", Job.TwoWrites.class, BETWEEN, NOTHING),
        Arguments.of("framework", Job.TwoWrites.class, COMMITTED, ALL_AND_AGAIN));
  }

  @ParameterizedTest
  @MethodSource("whatIsLeft")
  void anEffectIsThereWithItsCompletionOrIsDoneAgain(
      String registry, Class<? extends Job> kind, String point, Left expected) throws IOException {
    Path copy = copyAt(registry, kind, point);
    var source =
        new DriverManagerDataSource(
            "jdbc:h2:file:" + copy.resolve("program"),
            "admin",
            Files.readString(copy.resolve("database-password")));
    var jdbc = JdbcClient.create(source);

    boolean isFinished = unfinished(jdbc) == 0;

    assertThat(new Left(steps(jdbc, copy), isFinished)).isEqualTo(expected);
  }

  @Test
  void theNextProcessDoesWhatWasCutOffOnceAndWhatWasCommittedNotAgain() throws IOException {
    assertThat(stepsAfterARestart("ours", BETWEEN)).containsExactly("first", "last");
    assertThat(stepsAfterARestart("ours", COMMITTED)).containsExactly("first", "last");
    assertThat(stepsAfterARestart("framework", COMMITTED)).as("the control").hasSize(4);
  }

  private static List<String> stepsAfterARestart(String registry, String point) throws IOException {
    Path copy = copyAt(registry, Job.TwoWrites.class, point);
    Path data = directory.resolve("again-" + copy.getFileName());
    copy(copy, data);
    try (var next = PublishingApplication.start(WorkingApplication.class, data)) {
      var jdbc = next.getBean(JdbcClient.class);
      await().until(() -> count(jdbc) == 0);
      return steps(jdbc, data);
    }
  }

  /** One job after another, so that each has the database for itself. */
  private static void copies(
      String registry, Class<? extends PublishingApplication> kind, Job... jobs) {
    Path data = directory.resolve(registry);
    try (var application = PublishingApplication.start(kind, data)) {
      application
          .getBean(JobListener.class)
          .at(
              (job, point) -> {
                if (POINTS.contains(point)) {
                  Path copy = copyAt(registry, job.getClass(), point);
                  copy(data, copy);
                  write(copy.resolve("job"), job.id().toString());
                }
              });
      for (Job job : jobs) {
        publish(application, job);
        await().until(() -> count(application.getBean(JdbcClient.class)) == 0);
      }
    }
  }

  private static List<String> steps(JdbcClient jdbc, Path copy) throws IOException {
    return new Workshop(jdbc).stepsOf(UUID.fromString(Files.readString(copy.resolve("job"))));
  }

  private static Path copyAt(String registry, Class<?> kind, String point) {
    return directory.resolve(
        String.join("-", registry, kind.getSimpleName(), point.replace(' ', '-')));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (var files = Files.list(from)) {
      Files.createDirectory(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void publish(ConfigurableApplicationContext application, Job job) {
    new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(status -> application.publishEvent(job));
  }

  private static long unfinished(JdbcClient jdbc) {
    return new PublicationQueue(jdbc, "events").size();
  }

  private static long count(JdbcClient jdbc) {
    return jdbc.sql("SELECT COUNT(*) FROM events.event_publication").query(Long.class).single();
  }
}
