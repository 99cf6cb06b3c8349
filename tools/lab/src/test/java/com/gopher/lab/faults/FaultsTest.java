package com.gopher.lab.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.faults.Fault.Control;
import com.gopher.lab.faults.FaultRun.Outcome;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.shape.BuiltPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nine faults in real cities, each once as it is and once with the protection taken out: then the
 * same invariants must find something.
 */
@Tag("minutes")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

  private static final long SEED = 4;

  private static final LoadProfile QUICK = LoadProfile.hasty(LoadProfile.LONG_PATIENCE);

  private static final String HOME = Home.TOOLS_PROPERTY;

  private @Nullable String home;
  private @Nullable BuiltPrograms programs;

  @BeforeAll
  void prepareTheCity() {
    home = System.getProperty(HOME);
    System.setProperty(HOME, Path.of("..", "..").toAbsolutePath().normalize().toString());
    programs = BuiltPrograms.prepared(console());
  }

  @AfterAll
  void forgetTheHome() {
    if (home == null) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, home);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poison-among-good",
        "two-relays-at-once",
        "kafka-lost",
        "tracker-database-lost",
        "moved-under-load",
        "killed-while-moving",
        "killed-in-backfill"
      })
  void theCityHolds(String name, @TempDir Path directory) throws Exception {
    holds(name, QUICK, directory);
  }

  /** The same promises, whoever has the address that customers know. */
  @ParameterizedTest
  @ValueSource(strings = {"shop-killed-before-send", "whole-topic-replayed"})
  void itHoldsThroughTheGateway(String name, @TempDir Path directory) throws Exception {
    holds(name, QUICK.behindAGateway(), directory);
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("all")
  void itHoldsThroughTheGatewayWhateverStrikes(String name, @TempDir Path directory)
      throws Exception {
    holds(name, QUICK.behindAGateway(), directory);
  }

  /** The seed chooses what is killed, at which change, and when. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("twentySeeds")
  void aMoveHoldsWhateverIsKilledInIt(long seed, @TempDir Path directory) throws Exception {
    holds("killed-while-moving", QUICK, seed, directory);
  }

  /** A short one; ./shop faults --soak 60m is the long one. */
  @Tag("long")
  @Test
  void aCityThatIsStruckAgainAndAgainHolds() throws Exception {
    SoakReport report =
        new Soak(
                Objects.requireNonNull(programs),
                QUICK,
                console(),
                SEED,
                Duration.ofMinutes(3),
                Duration.ofSeconds(25))
            .run();
    report.lines().forEach(System.err::println);

    assertThat(report.violations()).isEmpty();
    assertThat(report.strikes()).hasSizeGreaterThan(3);
    assertThat(report.notStruck()).isZero();
    assertThat(report.orders()).isGreaterThan(500);
    assertThat(report.footprints()).hasSize(3).allMatch(Footprint::isFlat);
  }

  @Test
  void theFaultsOfASoakLeaveACityInWhichAllPromisesHold() {
    assertThat(Fault.called(Soak.FAULTS))
        .hasSize(Soak.FAULTS.size())
        .map(Fault::config)
        .allMatch(city -> city.inOrder() && city.topics() == Topics.WHOLE && !city.restoresShop())
        .allMatch(city -> city.trackers() == 1 && city.diskMegabytes() == 0);
  }

  /** The seed chooses what is killed, and when. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("twentySeeds")
  void aBackfillHoldsWhateverIsKilledInIt(long seed, @TempDir Path directory) throws Exception {
    holds("killed-in-backfill", QUICK, seed, directory);
  }

  static LongStream twentySeeds() {
    return LongStream.rangeClosed(1, 20);
  }

  private void holds(String name, LoadProfile profile, Path directory) throws Exception {
    holds(name, profile, SEED, directory);
  }

  private void holds(String name, LoadProfile profile, long seed, Path directory) throws Exception {
    Outcome outcome =
        new FaultRun(Objects.requireNonNull(programs), profile, console())
            .of(fault(name), seed, directory);
    System.err.println(name + ", seed " + seed + ": " + outcome.evidence());

    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.evidence()).as("the fault struck").isNotNull();
    assertThat(outcome.orders()).isGreaterThan(20);
    assertThat(outcome.cancellations()).isPositive();
  }

  /** Those that take minutes, because they wait for what does not come. */
  @Tag("long")
  @ParameterizedTest
  @MethodSource("otherControls")
  void withoutTheProtectionTheInvariantsFindTheOthersToo(String name, @TempDir Path directory)
      throws Exception {
    withoutTheProtectionTheInvariantsFindIt(name, directory);
  }

  static Stream<String> otherControls() {
    return all().filter(List.of("unreadable-event", "slow-clients", "disk-full")::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop-killed-before-send",
        "whole-topic-replayed",
        "poison-among-good",
        "two-relays-at-once",
        "kafka-lost",
        "tracker-database-lost",
        "moved-under-load",
        "killed-while-moving",
        "killed-in-backfill"
      })
  void withoutTheProtectionTheInvariantsFindIt(String name, @TempDir Path directory)
      throws Exception {
    Control control = Objects.requireNonNull(fault(name).control());

    Outcome outcome =
        new FaultRun(Objects.requireNonNull(programs), QUICK.soonGivenUp(), console())
            .of(control.fault(), SEED, directory);

    assertThat(outcome.evidence()).as("the fault struck").isNotNull();
    assertThat(outcome.count(control.expected())).as(control.without()).isPositive();
  }

  static Stream<String> all() {
    return Fault.all().stream()
        .filter(fault -> fault.config().diskMegabytes() == 0 || mayMount())
        .map(Fault::name);
  }

  /** Said in the log of the long run, which is otherwise the same for everybody. */
  private static boolean mayMount() {
    boolean isRoot = "root".equals(System.getProperty("user.name"));
    if (!isRoot) {
      System.err.println("Left out, because only root may mount a small disk: disk-full");
    }
    return isRoot;
  }

  private static Fault fault(String name) {
    return Fault.all().stream()
        .filter(fault -> fault.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Console console() {
    return new Console(System.err, System.err, false);
  }
}
