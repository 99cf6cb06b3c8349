package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.Journey;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.Castle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped shop on machines with another idea of digits (Persian), of the letter i (Turkish), of
 * the year (Thai), and of the time on one night of the year. Nothing in the shop's start sets the
 * locale back, so what these machines find is in the code.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("seconds")
class ForeignMachinesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path temporary;

  @AfterEach
  void endTheShop() {
    fleet().takeDown();
  }

  @ParameterizedTest(name = "{0}-{1} in {2}")
  @CsvSource({"fa, IR, Europe/Berlin", "tr, TR, America/New_York", "th, TH, Australia/Lord_Howe"})
  void theWholeJourneyIsTravelled(String language, String country, String zone) throws Exception {
    RunningProcess shop =
        bringUp(
            "-Duser.language=" + language, "-Duser.country=" + country, "-Duser.timezone=" + zone);

    List<String> story = new ArrayList<>();
    new Journey(BaseUrls.of(shop.url()), PATIENCE, story::add).travel();

    assertThat(story).contains("The order says DELIVERED.", "Its invoice is credited.");
  }

  private RunningProcess bringUp(String... machine) throws InterruptedException {
    List<String> command =
        new ArrayList<>(new FastStart(Jdk.current(), quiet()).command(Launcher.JAR));
    command.addAll(1, List.of(machine));
    return fleet()
        .bringUp(() -> new Castle(data(), command, Launcher.FAST_SHIPPING, 0).processes())
        .get(0);
  }

  private Fleet fleet() {
    return new Fleet(data(), quiet(), PATIENCE);
  }

  private DataDirectory data() {
    return new DataDirectory(temporary.resolve("data"));
  }

  private static Console quiet() {
    return new Console(System.out, System.out, false);
  }
}
