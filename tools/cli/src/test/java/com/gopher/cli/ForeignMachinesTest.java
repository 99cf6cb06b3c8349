package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.journey.BaseUrls;
import com.gopher.cli.journey.Journey;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.jvm.FastStart;
import com.gopher.launcher.jvm.Jdk;
import com.gopher.launcher.process.DataDirectory;
import com.gopher.launcher.process.Fleet;
import com.gopher.launcher.process.ProcessSpec;
import com.gopher.launcher.process.RunningProcess;
import com.gopher.launcher.shape.BuiltPrograms;
import com.gopher.launcher.shape.Castle;
import com.gopher.launcher.shape.City;
import com.gopher.launcher.shape.CityWishes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped programs on machines with another idea of digits (Persian), of the letter i
 * (Turkish), of the year (Thai), and of the time on one night of the year. Nothing in their start
 * sets the locale back, so what these machines find is in the code.
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

  /** Each program of the city on another machine, with a terminal that knows ASCII only. */
  @ParameterizedTest(name = "shop {0}, tracker {1}, gateway {2}")
  @CsvSource({"fa-IR, tr-TR, th-TH"})
  void theCityTravelsItToo(String shop, String tracker, String gateway) throws Exception {
    assertTravelledInACity(Map.of(City.SHOP, shop, City.TRACKER, tracker, City.GATEWAY, gateway));
  }

  @Tag("long")
  @ParameterizedTest(name = "shop {0}, tracker {1}, gateway {2}")
  @CsvSource({"tr-TR, th-TH, fa-IR", "th-TH, fa-IR, tr-TR"})
  void andWhicheverOfThemIsWhere(String shop, String tracker, String gateway) throws Exception {
    theCityTravelsItToo(shop, tracker, gateway);
  }

  private void assertTravelledInACity(Map<String, String> machines) throws Exception {
    var wishes = new CityWishes(null, null, null, null, 0, 0, 0, true, null);
    BuiltPrograms programs = programsOfThisClone();
    var city = new City(data(), programs, Launcher.FAST_SHIPPING, wishes);
    List<RunningProcess> all =
        fleet()
            .bringUp(
                () ->
                    city.processes().stream()
                        .map(process -> onMachine(machines.get(process.name()), process))
                        .toList());

    List<String> story = new ArrayList<>();
    for (var machine : machines.entrySet()) {
      assertThat(Path.of(named(machine.getKey(), all).log()))
          .content()
          .contains(
              "Picked up JAVA_TOOL_OPTIONS: -Duser.language=" + machine.getValue().substring(0, 2));
    }
    URI door = named(City.GATEWAY, all).url();
    new Journey(BaseUrls.of(door), PATIENCE, story::add).travel();

    assertThat(story).contains("The order says DELIVERED.", "Its invoice is credited.");
  }

  private static BuiltPrograms programsOfThisClone() {
    String before = System.getProperty(Home.TOOLS_PROPERTY, ".");
    System.setProperty(
        Home.TOOLS_PROPERTY, Path.of("..", "..").toAbsolutePath().normalize().toString());
    try {
      BuiltPrograms programs = BuiltPrograms.prepared(quiet());
      List<String> gateway = programs.gateway().get();
      return new BuiltPrograms(
          programs.java(),
          programs.shop(),
          programs.tracker(),
          programs.trackerJar(),
          programs.broker(),
          () -> gateway);
    } finally {
      System.setProperty(Home.TOOLS_PROPERTY, before);
    }
  }

  private static RunningProcess named(String name, List<RunningProcess> all) {
    return all.stream().filter(process -> process.name().equals(name)).findFirst().orElseThrow();
  }

  /** What is on the command line of a program that is not ours (Kafka) goes before this. */
  private static ProcessSpec onMachine(@Nullable String locale, ProcessSpec process) {
    Locale machine = Locale.forLanguageTag(locale == null ? "tr-TR" : locale);
    return process.with(
        Map.of(
            "LC_ALL",
            "C",
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=%s -Duser.country=%s -Duser.timezone=America/New_York"
                .formatted(machine.getLanguage(), machine.getCountry())));
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
