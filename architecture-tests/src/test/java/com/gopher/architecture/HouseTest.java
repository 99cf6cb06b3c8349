package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in which folder, and which folder may stand on which. */
class HouseTest {

  /** Of main code, by folder. What is not listed here stands on nothing of ours. */
  private static final Map<String, Set<String>> ARROWS =
      Map.of(
          "monolith", Set.of("foundation"),
          "extracted-tracker", Set.of("foundation"),
          "tools/lab", Set.of("launcher", "data-ownership"),
          "tools/cli", Set.of("lab", "launcher", "data-ownership", "course", "advise"),
          "tools/course", Set.of("lab", "launcher", "data-ownership", "git"),
          "tools/advise", Set.of("lab", "launcher", "data-ownership", "git"),
          "tools/distributed-monolith", Set.of("gopher-shop", "gotracker", "foundation"),
          "tools/sabotage", Set.of("gopher-shop", "gotracker", "foundation"));

  /** Of tests, beside those of main code. Tests of the tools start the built programs. */
  private static final Map<String, Set<String>> ARROWS_OF_TESTS =
      Map.of(
          "monolith", Set.of("data-ownership"),
          "extracted-tracker", Set.of("data-ownership"),
          "foundation", Set.of("broker"));

  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

  @Test
  void theMonolithIsTheShopAndNothingElse() throws IOException {
    assertThat(Sources.of("monolith").packages()).allMatch(it -> isBelow(it, "com.gophershop"));
  }

  @Test
  void theTrackerHasNoDatabaseOrHttpPlumbing() throws IOException {
    assertThat(Sources.of("extracted-tracker").packages())
        .containsExactlyInAnyOrder(
            "com.gotracker", "com.gotracker.messaging", "com.gotracker.shipping");
  }

  @Test
  void theFoundationHasOnePackageForEachConcern() throws IOException {
    assertThat(Sources.of("foundation").packages())
        .containsExactlyInAnyOrder(
            "com.gopher",
            "com.gopher.database",
            "com.gopher.failfast",
            "com.gopher.http",
            "com.gopher.inbound",
            "com.gopher.outbox",
            "com.gopher.publications",
            "com.gopher.secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foundation",
        "monolith",
        "extracted-tracker",
        "gateway",
        "data-ownership",
        "tools/launcher",
        "tools/lab",
        "tools/cli",
        "tools/git",
        "tools/course",
        "tools/advise",
        "tools/distributed-monolith",
        "tools/tracing",
        "tools/discovery",
        "tools/sabotage"
      })
  void noPackageNeedsItself(String module) throws IOException {
    assertThat(Sources.of(module).inCycles()).isEmpty();
  }

  @Test
  void aCycleOfThreePackagesIsFound() {
    Sources sources =
        Sources.of(
            List.of(
                "package a.one;\nimport a.two.X;",
                "package a.two;\nimport a.three.X;",
                "package a.three;\nimport static a.one.X.y;",
                "package a.four;\nimport a.one.X;"));

    assertThat(sources.inCycles()).containsExactly("a.one", "a.three", "a.two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foundation",
        "monolith",
        "extracted-tracker",
        "gateway",
        "data-ownership",
        "tools/launcher",
        "tools/lab",
        "tools/cli",
        "tools/git",
        "tools/course",
        "tools/advise",
        "tools/broker",
        "tools/distributed-monolith",
        "tools/tracing",
        "tools/discovery",
        "tools/sabotage"
      })
  void aModuleStandsOnlyOnWhatItMay(String module) throws IOException {
    assertThat(forbidden(module, Repository.read(module + "/pom.xml"))).isEmpty();
  }

  @Test
  void anArrowMoreIsFound() {
    String pom =
        """
        <dependency>
          <groupId>com.gopher</groupId>
          <artifactId>gopher-shop</artifactId>
        </dependency>
        """;

    assertThat(forbidden("foundation", pom)).containsExactly("gopher-shop");
    assertThat(forbidden("tools/sabotage", pom)).isEmpty();
  }

  @Test
  void aDependencyOfTestsIsNoneOfMainCode() {
    String compiled =
        "<dependency><groupId>com.gopher</groupId><artifactId>broker</artifactId></dependency>";
    String tested = compiled.replace("</dependency>", "<scope>test</scope></dependency>");

    assertThat(forbidden("foundation", compiled)).containsExactly("broker");
    assertThat(forbidden("foundation", tested)).isEmpty();
  }

  /** The artifacts of ours that a module uses and may not. */
  private static Set<String> forbidden(String module, String pom) {
    Set<String> found = new TreeSet<>();
    for (var match : DEPENDENCY.matcher(pom).results().toList()) {
      String dependency = match.group(1);
      var artifact = ARTIFACT.matcher(dependency);
      if (dependency.contains("<groupId>com.gopher</groupId>") && artifact.find()) {
        found.add(artifact.group(1) + (dependency.contains("<scope>test</scope>") ? " test" : ""));
      }
    }
    Set<String> mainCode = ARROWS.getOrDefault(module, Set.of());
    Set<String> tests = ARROWS_OF_TESTS.getOrDefault(module, Set.of());
    found.removeIf(
        it ->
            it.endsWith(" test")
                ? module.startsWith("tools/")
                    || tests.contains(it.replace(" test", ""))
                    || mainCode.contains(it.replace(" test", ""))
                : mainCode.contains(it));
    return found;
  }

  private static boolean isBelow(String name, String base) {
    return name.equals(base) || name.startsWith(base + ".");
  }
}
