package com.gopher.launcher.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools and applications may be built in different directories. */
class BuiltProgramsTest {

  private static final Path SHOP = Path.of("monolith", "target", "gopher-shop.jar");
  private static final Path TRACKER = Path.of("extracted-tracker", "target", "gotracker.jar");
  private static final Path BROKER = Path.of("tools", "broker", "target", "lib", "kafka.jar");

  @TempDir private Path tools;
  @TempDir private Path elsewhere;

  private @Nullable String toolsBefore;

  @BeforeEach
  void buildAllTools() throws IOException {
    toolsBefore = System.getProperty(Home.TOOLS_PROPERTY);
    System.setProperty(Home.TOOLS_PROPERTY, tools.toString());
    build(tools, BROKER);
  }

  @AfterEach
  void forgetTheHomes() {
    System.clearProperty(Home.APPLICATION_PROPERTY);
    if (toolsBefore == null) {
      System.clearProperty(Home.TOOLS_PROPERTY);
    } else {
      System.setProperty(Home.TOOLS_PROPERTY, toolsBefore);
    }
  }

  @Test
  void withoutAWordTheApplicationsAreWhereTheToolsAre() throws IOException {
    build(tools, SHOP);
    build(tools, TRACKER);

    BuiltPrograms programs = BuiltPrograms.plain();

    assertThat(programs.shop()).endsWith("-jar", tools.resolve(SHOP).toString());
    assertThat(programs.trackerJar()).isEqualTo(tools.resolve(TRACKER));
  }

  @Test
  void theApplicationsOfAnotherTreeAreStartedWithTheToolsOfThisOne() throws IOException {
    build(tools, SHOP);
    build(tools, TRACKER);
    build(elsewhere, SHOP);
    build(elsewhere, TRACKER);
    System.setProperty(Home.APPLICATION_PROPERTY, elsewhere.toString());

    BuiltPrograms programs = BuiltPrograms.plain();

    assertThat(List.of(programs.shop().get(2), programs.tracker().get(2)))
        .containsExactly(elsewhere.resolve(SHOP).toString(), elsewhere.resolve(TRACKER).toString());
    assertThat(programs.broker()).isEqualTo(tools.resolve(BROKER).getParent());
  }

  @Test
  void whatIsMissingThereIsNotTakenFromHere() throws IOException {
    build(tools, SHOP);
    System.setProperty(Home.APPLICATION_PROPERTY, elsewhere.toString());

    assertThatThrownBy(BuiltPrograms::shopJar)
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining(elsewhere.resolve(SHOP) + " is missing. Nothing was started.");
  }

  @Test
  void whoHasTheContractAndNoTrackerYetGetsTheOneOfTheTools() throws IOException {
    build(tools, TRACKER);
    build(elsewhere, SHOP);
    Files.createDirectories(elsewhere.resolve("docs").resolve("contract"));
    System.setProperty(Home.APPLICATION_PROPERTY, elsewhere.toString());

    BuiltPrograms programs = BuiltPrograms.plain();

    assertThat(programs.shop()).endsWith(elsewhere.resolve(SHOP).toString());
    assertThat(programs.trackerJar()).isEqualTo(tools.resolve(TRACKER));
  }

  @Test
  void aTrackerThatIsThereAndNotBuiltIsNotReplaced() throws IOException {
    build(tools, TRACKER);
    build(elsewhere, SHOP);
    Files.createDirectories(elsewhere.resolve("docs").resolve("contract"));
    Files.createDirectories(elsewhere.resolve("extracted-tracker"));
    System.setProperty(Home.APPLICATION_PROPERTY, elsewhere.toString());

    assertThatThrownBy(BuiltPrograms::plain)
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining(elsewhere.resolve(TRACKER) + " is missing. Nothing was started.");
  }

  @Test
  void thereIsNoCityBeforeTheContract() throws IOException {
    build(tools, TRACKER);
    build(elsewhere, SHOP);
    System.setProperty(Home.APPLICATION_PROPERTY, elsewhere.toString());

    assertThatThrownBy(BuiltPrograms::plain)
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContainingAll(
            "announces nothing yet", "Nothing was started", "./shop up castle");
  }

  private static void build(Path home, Path product) throws IOException {
    Files.createDirectories(home.resolve(product).getParent());
    Files.createFile(home.resolve(product));
  }
}
