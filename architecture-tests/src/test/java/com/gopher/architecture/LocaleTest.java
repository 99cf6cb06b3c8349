package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.architecture.samples.locale.SpeaksOneLanguage;
import com.gopher.architecture.samples.locale.SpeaksTheMachinesLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a machine reads is the same on every machine; {@link LocaleRule} says what that means. */
class LocaleTest {

  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

  @Test
  void noMainCodeAsksTheMachineForItsLocale() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path module : modulesWithMainCode()) {
      List<Path> classes = classesOf(module);
      assertThat(classes).as("classes of " + module).isNotEmpty();
      for (Path file : classes) {
        found.addAll(LocaleRule.violations(Files.readAllBytes(file)));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void allProgramsAndLibrariesAreRead() throws IOException {
    assertThat(modulesWithMainCode())
        .contains(
            Repository.file("monolith"),
            Repository.file("extracted-tracker"),
            Repository.file("foundation"),
            Repository.file("data-ownership"),
            Repository.file("tools/cli"));
  }

  @Test
  void eachWayToAskTheMachineIsFound() throws IOException {
    assertThat(LocaleRule.violations(bytes(SpeaksTheMachinesLanguage.class)))
        .hasSameSizeAs(SpeaksTheMachinesLanguage.class.getDeclaredMethods())
        .contains(
            SpeaksTheMachinesLanguage.class.getName() + ".number: String.formatted",
            SpeaksTheMachinesLanguage.class.getName() + ".lowerByReference: String::toLowerCase");
  }

  @Test
  void whatNamesItsLocaleOrNeedsNoneIsLeftAlone() throws IOException {
    assertThat(LocaleRule.violations(bytes(SpeaksOneLanguage.class))).isEmpty();
  }

  /** A module that is new in the parent's list is among them. */
  private static List<Path> modulesWithMainCode() throws IOException {
    return MODULE
        .matcher(Repository.read("pom.xml"))
        .results()
        .map(it -> Repository.file(it.group(1)))
        .filter(it -> Files.exists(it.resolve("src/main/java")))
        .toList();
  }

  private static List<Path> classesOf(Path module) throws IOException {
    try (var files = Files.walk(module.resolve("target/classes"))) {
      return files.filter(it -> it.toString().endsWith(".class")).toList();
    }
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (var code = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return code.readAllBytes();
    }
  }
}
