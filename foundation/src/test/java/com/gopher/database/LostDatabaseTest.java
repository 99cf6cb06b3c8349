package com.gopher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** A database that was there and is gone is never replaced by an empty one in silence. */
@Tag("seconds")
class LostDatabaseTest {

  private static final SchemaOwner THINGS =
      new SchemaOwner(
          "things", "things", "things_owner", "things_app", List.of("classpath:db/test/things"));

  @TempDir private Path temporary;

  @EnableModuleLogins
  private static final class Logins {}

  enum Mishap {
    DELETED("is missing") {
      @Override
      void befall(Path file) throws IOException {
        Files.delete(file);
      }
    },
    EMPTIED("is empty") {
      @Override
      void befall(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    CUT_SHORT("is damaged") {
      @Override
      void befall(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
      }
    },
    WITHOUT_ITS_HEADER("is damaged") {
      @Override
      void befall(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 2 * 4096, (byte) 0);
        Files.write(file, bytes);
      }
    },
    WITHOUT_ITS_PAGES("is damaged") {
      @Override
      void befall(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 2 * 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
      }
    },
    WITHOUT_ITS_LAST_PAGE("what was written last is not in it") {
      @Override
      void befall(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length - 4096, bytes.length, (byte) 7);
        Files.write(file, bytes);
      }
    };

    private final String words;

    Mishap(String words) {
      this.words = words;
    }

    abstract void befall(Path file) throws IOException;
  }

  /** In another directory, because a process looks through the files of one only once. */
  @BeforeEach
  void setItUp() throws IOException {
    Path before = temporary.resolve("before");
    application(before).run(context -> assertThat(context).hasNotFailed());
    Files.move(before, dataDir());
    assertThat(file()).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedWithWhatHappenedAndWhatToDo(Mishap mishap) throws IOException {
    mishap.befall(file());

    application()
        .run(
            context ->
                assertThat(refusal(context))
                    .hasMessageContaining(file().toString())
                    .hasMessageContaining(mishap.words)
                    .extracting(UnusableDatabaseException::action)
                    .asString()
                    .contains("Put a copy of it back", "delete " + mark(), "as it was"));
    if (mishap == Mishap.DELETED) {
      assertThat(file()).doesNotExist();
    }
  }

  /** Somebody may be able to save something from it. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETED")
  void whatIsLeftOfItIsLeftAsItIs(Mishap mishap) throws IOException {
    mishap.befall(file());
    byte[] left = Files.readAllBytes(file());

    application().run(context -> assertThat(context).hasFailed());

    assertThat(file()).hasBinaryContent(left);
  }

  /** The control: H2 alone begins anew and says nothing, which is what the mark is there for. */
  @ParameterizedTest
  @EnumSource(names = {"DELETED", "EMPTIED", "WITHOUT_ITS_PAGES", "WITHOUT_ITS_LAST_PAGE"})
  void withoutTheMarkItIsReplacedInSilence(Mishap mishap) throws IOException {
    mishap.befall(file());
    Files.delete(mark());
    byte[] left = Files.exists(file()) ? Files.readAllBytes(file()) : new byte[0];

    application().run(context -> assertThat(context).hasNotFailed());

    assertThat(mark()).exists();
    assertThat(Files.readAllBytes(file())).isNotEqualTo(left);
  }

  /** What it was when the process was killed is for H2 to find. */
  @Test
  void oneThatWasNotClosedIsNoDamagedOne() throws Exception {
    Path copy = temporary.resolve("copy");
    Database written =
        Database.of("jdbc:h2:file:" + copy.resolve("program"), "admin", "", "program");
    Files.createDirectories(copy);
    try (var connection = written.openAsAdministrator();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE things (id INT)");
      Files.copy(copy.resolve("program.mv.db"), temporary.resolve("as-killed"));
    }

    assertThat(DamagedPages.of(temporary.resolve("as-killed"))).isEmpty();
  }

  @Test
  void aCopyThatIsPutBackIsUsedAgain() throws IOException {
    byte[] copy = Files.readAllBytes(file());
    Files.delete(file());
    application().run(context -> assertThat(context).hasFailed());

    Files.write(file(), copy);

    application().run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void aDatabaseFromBeforeTheMarkGetsIt() throws IOException {
    Files.delete(mark());

    application().run(context -> assertThat(context).hasNotFailed());

    assertThat(mark()).content().contains("program.mv.db was set up here");
  }

  private static UnusableDatabaseException refusal(AssertableApplicationContext context) {
    Throwable cause = context.getStartupFailure();
    while (cause != null && !(cause instanceof UnusableDatabaseException)) {
      cause = cause.getCause();
    }
    return (UnusableDatabaseException) cause;
  }

  private ApplicationContextRunner application() {
    return application(dataDir());
  }

  private static ApplicationContextRunner application(Path dataDir) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Logins.class)
        .withBean(Schemas.class, () -> Schemas.of(THINGS))
        .withBean(
            DatabaseSettings.class,
            () -> new DatabaseSettings("program", dataDir, 4, Duration.ofSeconds(5), "seed"));
  }

  private Path dataDir() {
    return temporary.resolve("data");
  }

  private Path file() {
    return dataDir().resolve("program.mv.db");
  }

  private Path mark() {
    return dataDir().resolve("program.set-up");
  }
}
