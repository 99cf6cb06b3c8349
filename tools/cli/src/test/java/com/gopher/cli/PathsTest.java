package com.gopher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.cli.Launcher.Outcome;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a directory is called: the data lie in it, or a sentence says why they cannot. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "most of these names cannot be made there")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("seconds")
class PathsTest {

  private static final String STRANGE = " café, 漢字 %41 100% #1 & 'x' (+) ~ \"y\" !";

  @TempDir private Path temporary;

  private Launcher launcher;

  @AfterEach
  void endWhatIsLeft() throws Exception {
    if (launcher != null) {
      launcher.run("down");
    }
    takeLinksAway();
  }

  @ParameterizedTest
  @ValueSource(strings = {"castle", "city"})
  void allDataLieInADirectoryWithAStrangeName(String shape) throws Exception {
    Path parent = Files.createDirectory(temporary.resolve("parent"));
    Path data = parent.resolve(STRANGE);
    launcher = new Launcher(data, cloneWithAStrangeName());

    up(shape);

    assertThat(namesIn(parent))
        .filteredOn(name -> !name.matches("(out|err)\\d+\\.txt"))
        .as("beside what the commands said")
        .containsExactly(STRANGE);
    assertThat(data.resolve("shop.mv.db")).exists();
    if (shape.equals("city")) {
      assertThat(data.resolve("kafka/meta.properties")).exists();
      assertThat(data.resolve("tracker/tracker.mv.db")).exists();
    }
    assertThat(launcher.run("status").exit()).isZero();
  }

  @Test
  void whatTheUserShallTypeNextIsOneWordForHisShell() throws Exception {
    Path data = temporary.resolve(STRANGE);

    Outcome outcome = new ShopCommand(data).run("journey");

    assertThat(outcome.err())
        .contains("--data-dir '" + data.toString().replace("'", "'\\''") + "'");
    String quoted = outcome.err().substring(outcome.err().indexOf("--data-dir ") + 11).strip();
    var shell = new ProcessBuilder("/bin/sh", "-c", "printf %s " + quoted).start();
    assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(data.toString());
  }

  @Test
  void aLinkLeadsToWhereTheDataLie() throws Exception {
    Path real = Files.createDirectory(temporary.resolve("réal"));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), real);
    launcher = new Launcher(link);

    up("castle");

    assertThat(real.resolve("shop.mv.db")).exists();
    assertThat(link).isSymbolicLink();
    assertThat(launcher.openToOthers()).isEmpty();
  }

  static Stream<String> unusable() {
    return Stream.of("a;b", "a\\b", "a${b}c", "a\nb", "long/" + ("n".repeat(200) + "/").repeat(20));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void whatWouldLieElsewhereIsRefusedBeforeAnythingIsMade(String name) throws Exception {
    for (String shape : List.of("castle", "city")) {
      Path parent = Files.createDirectory(temporary.resolve("parent-of-" + shape));

      Outcome outcome = new ShopCommand(parent.resolve(name)).run("up", shape, "--detach");

      assertThat(outcome.exit()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("cannot be used: its name", "Nothing was created or started", "--data-dir DIR")
          .doesNotContain("Exception", "defect");
      assertThat(parent).isEmptyDirectory();
    }
  }

  @Test
  void aFileOrADirectoryThatNobodyCanWriteIsRefusedInASentence() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "a letter");
    for (Path path : List.of(file, file.resolve("below"), Path.of("/proc/data"))) {
      Outcome outcome = new ShopCommand(path).run("up", "castle", "--detach");

      assertThat(outcome.exit()).as(path + "").isEqualTo(2);
      assertThat(outcome.err())
          .contains(path.toString(), "Nothing was started", "--data-dir DIR")
          .doesNotContain("defect");
    }
    assertThat(file).hasContent("a letter");
  }

  /** JUnit warns of each link that it deletes. */
  private void takeLinksAway() throws IOException {
    try (Stream<Path> all = Files.walk(temporary)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  /** A link to each folder of this one. */
  private Path cloneWithAStrangeName() throws IOException {
    Path home = Path.of("..", "..").toAbsolutePath().normalize();
    Path other = Files.createDirectory(temporary.resolve("clone" + STRANGE));
    for (String folder : List.of("docs", "extracted-tracker", "gateway", "monolith", "tools")) {
      Files.createSymbolicLink(other.resolve(folder), home.resolve(folder));
    }
    return other;
  }

  private void up(String shape) throws Exception {
    Outcome up =
        shape.equals("city")
            ? launcher.upCity()
            : launcher.run("up", "castle", "--detach", "--shop-port", "0");
    assertThat(up.exit()).as(up.err()).isZero();
    assertThat(launcher.data().running()).allMatch(RunningProcess::isAlive);
  }

  private static List<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      return content.map(path -> path.getFileName().toString()).toList();
    }
  }
}
