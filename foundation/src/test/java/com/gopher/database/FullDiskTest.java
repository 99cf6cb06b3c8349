package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.gopher.failfast.ProcessEnd;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real disk that is really full, which takes a small file system of its own, and so root. */
@Tag("seconds")
class FullDiskTest {

  private static final SchemaOwner THINGS =
      new SchemaOwner(
          "things", "things", "things_owner", "things_app", List.of("classpath:db/test/things"));

  @TempDir private Path disk;

  private final Queue<Integer> ended = new ConcurrentLinkedQueue<>();
  private boolean isMounted;
  private int attempts;

  @EnableModuleLogins
  private static final class Logins {}

  @BeforeEach
  void mount() throws Exception {
    isMounted = succeeds("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString());
    assumeTrue(isMounted, "needs the right to mount a small file system, which root has");
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      succeeds("umount", disk.toString());
    }
  }

  @Test
  void aFullDiskEndsTheProcessAndWhatWasAcknowledgedIsThereInTheNext() {
    List<Integer> acknowledged = new ArrayList<>();
    application()
        .run(
            context -> {
              var jdbc = new JdbcTemplate(context.getBean(DataSource.class));
              add(jdbc, acknowledged);
              assertThat(ended).as("the control: with room nothing ends").isEmpty();

              Path filling = fill();
              DataAccessException refused = addUntilRefused(jdbc, acknowledged);

              assertThat(DatabaseAway.isCauseOf(refused)).as("%s", refused).isTrue();
              await()
                  .atMost(Duration.ofSeconds(20))
                  .untilAsserted(
                      () -> {
                        addUntilRefused(jdbc, acknowledged);
                        assertThat(ended).containsExactly(70);
                      });
              Files.delete(filling);
              assertThat(
                      DatabaseAway.isCauseOf(
                          catchThrowable(() -> jdbc.execute("SELECT id FROM things.thing"))))
                  .as("the file is not opened once more in this process")
                  .isTrue();
              assertThat(data()).isDirectoryNotContaining("glob:**.trace.db");
            });

    application()
        .run(
            context ->
                assertThat(
                        new JdbcTemplate(context.getBean(DataSource.class))
                            .queryForList("SELECT id FROM things.thing", Integer.class))
                    .containsAll(acknowledged));
  }

  /** Its clients go on when it is back, with nothing else than that. */
  @Test
  void itEndsADatabaseServerTooAndItsClientsGoOnWithTheNext() throws Exception {
    List<Integer> acknowledged = new ArrayList<>();
    Queue<Integer> serverEnded = new ConcurrentLinkedQueue<>();
    DatabaseServer server = DatabaseServer.start(data(), "program", 0);
    int port = server.port();
    server.endWhenClosed(serverEnded::add);
    clientOf(port)
        .run(
            context -> {
              var jdbc = new JdbcTemplate(context.getBean(DataSource.class));
              add(jdbc, acknowledged);

              Path filling = fill();
              await()
                  .atMost(Duration.ofSeconds(20))
                  .untilAsserted(
                      () -> {
                        DataAccessException refused = addUntilRefused(jdbc, acknowledged);
                        assertThat(DatabaseAway.isCauseOf(refused))
                            .as("%s", refused.getMostSpecificCause())
                            .isTrue();
                        assertThat(serverEnded).containsExactly(70);
                      });
              server.close();
              assertThat(DatabaseAway.isCauseOf(addUntilRefused(jdbc, acknowledged))).isTrue();
              assertThat(data()).isDirectoryNotContaining("glob:**.trace.db");
              Files.delete(filling);

              try (var next = DatabaseServer.start(data(), "program", port)) {
                await()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(() -> add(jdbc, acknowledged));
                assertThat(jdbc.queryForList("SELECT id FROM things.thing", Integer.class))
                    .containsAll(acknowledged);
                assertThat(ended).as("the client itself goes on").isEmpty();
              }
            });
  }

  /** The control: it opens the file once more, for the first client, with its settings. */
  @Test
  void aServerThatDoesNotEndIsWrittenToWithoutItsOwnSettings() throws Exception {
    List<Integer> acknowledged = new ArrayList<>();
    try (DatabaseServer server = DatabaseServer.start(data(), "program", 0)) {
      clientOf(server.port())
          .run(
              context -> {
                var jdbc = new JdbcTemplate(context.getBean(DataSource.class));
                add(jdbc, acknowledged);
                assertThat(server.isOpen()).isTrue();

                Path filling = fill();
                await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                        () -> {
                          addUntilRefused(jdbc, acknowledged);
                          assertThat(server.isOpen()).isFalse();
                        });
                Files.delete(filling);

                await()
                    .atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(() -> add(jdbc, acknowledged));
                assertThat(server.isOpen()).as("what it had opened itself").isFalse();
                assertThat(data()).isDirectoryNotContaining("glob:**.trace.db");
              });
    }
  }

  private ApplicationContextRunner clientOf(int port) {
    return application()
        .withPropertyValues(
            "spring.datasource.url=jdbc:h2:tcp://127.0.0.1:" + port + "/program",
            "spring.datasource.username=admin",
            "database.password-file=" + data().resolve("database-password"));
  }

  /** Another number each time: one that was refused may have been stored, and is there already. */
  private void add(JdbcTemplate jdbc, List<Integer> acknowledged) {
    int next = attempts++;
    jdbc.update("INSERT INTO things.thing (id) VALUES (?)", next);
    acknowledged.add(next);
  }

  private DataAccessException addUntilRefused(JdbcTemplate jdbc, List<Integer> acknowledged) {
    while (true) {
      try {
        add(jdbc, acknowledged);
      } catch (DataAccessException refused) {
        return refused;
      }
    }
  }

  private Path fill() throws IOException {
    Path filling = disk.resolve("filling");
    try (OutputStream out = Files.newOutputStream(filling)) {
      while (true) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      return filling;
    }
  }

  private static boolean succeeds(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private ApplicationContextRunner application() {
    return new ApplicationContextRunner()
        .withUserConfiguration(Logins.class)
        .withBean(Schemas.class, () -> Schemas.of(THINGS))
        .withBean(ProcessEnd.class, () -> ended::add)
        .withBean(
            DatabaseSettings.class,
            () -> new DatabaseSettings("program", data(), 2, Duration.ofSeconds(5), "seed"));
  }

  /** The root of such a file system belongs to all users, as /tmp does. */
  private Path data() {
    return disk.resolve("data");
  }
}
