package com.gopher.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.advise.code.Obstacle;
import com.gopher.advise.report.JsonReport;
import com.gopher.advise.report.PageReport;
import com.gopher.advise.report.TextReport;
import com.gopher.advise.verdict.Answer;
import com.gopher.advise.verdict.Decision;
import com.gopher.advise.verdict.ModuleVerdict;
import com.gopher.advise.verdict.Sign;
import com.gopher.advise.verdict.Thresholds;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a project on disk to the answer; each project is made so that its answer is known. */
class AdvisorTest {

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String MAIN =
      "package acme; @org.framework.Notes.SpringBootApplication public class Main {}";
  private static final String CATALOG =
      """
      package acme.catalog;
      public class Catalog {
        @org.framework.Notes.GetMapping("/api/products") public void products() {}
        @org.framework.Notes.Transactional public void take(String product) {}
      }
      """;
  private static final String ORDER =
      """
      package acme.order;
      public class Orders {
        @org.framework.Notes.GetMapping("/api/orders") public void orders() {}
      }
      """;
  private static final String ORDERS = "src/main/java/acme/order/Orders.java";

  @TempDir Path directory;
  private Path root;
  private MadeUpProject project;

  @BeforeEach
  void begin() throws IOException {
    root = Files.createDirectories(directory.resolve("project"));
    project = MadeUpProject.in(root).file("pom.xml", "<project/>");
  }

  @Test
  void fewPeopleStay() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).commitBy("Ada").compiled();

    Answer answer = answer(null);

    assertThat(answer.decision()).isEqualTo(Decision.STAY);
    assertThat(answer.modules())
        .extracting(ModuleVerdict::module)
        .containsExactly("catalog", "order");
    assertThat(answer.modules()).allMatch(module -> module.facts().size() == 2);
    assertThat(sign(answer, "people").flip()).isEqualTo("50 authors more");
  }

  @Test
  void manyPeopleMakeAModuleThatHoldsNobodyACandidate() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).changedBy(51, ORDERS).compiled();

    Answer answer = answer(null);

    assertThat(sign(answer, "people").outcome()).isEqualTo(Sign.Outcome.MET);
    assertThat(of(answer, "order")).isEqualTo(Decision.CANDIDATE);
    assertThat(of(answer, "catalog")).isEqualTo(Decision.STAY);
  }

  @Test
  void fiftyPeopleAreNotMoreThanFifty() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).changedBy(49, ORDERS).compiled();

    Sign people = sign(answer(null), "people");

    assertThat(people.outcome()).isEqualTo(Sign.Outcome.NOT_MET);
    assertThat(people.flip()).isEqualTo("1 author more");
  }

  @Test
  void aTransactionWithAnotherModuleMeansAModuleFirst() throws IOException {
    project
        .source("", MAIN)
        .source("", CATALOG)
        .source(
            "",
            """
            package acme.order;
            public class Orders {
              acme.catalog.Catalog catalog;
              @org.framework.Notes.Transactional public void place() {
                catalog.take("1");
              }
            }
            """)
        .changedBy(51, ORDERS)
        .compiled();

    Answer answer = answer(null);

    assertThat(of(answer, "order")).isEqualTo(Decision.MODULE_FIRST);
    assertThat(answer.flips()).contains("order: a candidate without 1 transaction with others");
    assertThat(answer.evidence().code().found().orElseThrow().of("order").orElseThrow().obstacles())
        .contains(
            new Obstacle(
                Obstacle.Kind.TRANSACTION,
                "order",
                "catalog",
                1,
                List.of(ORDERS + ":5 (Catalog.take)")));
  }

  @Test
  void anotherModulesTableMeansAModuleFirst() throws IOException {
    project
        .source("", MAIN)
        .source("", CATALOG)
        .source(
            "",
            """
            package acme.order;
            public class Orders {
              String sql() { return "select id from product where id = ?"; }
            }
            """)
        .changedBy(51, ORDERS)
        .compiled();
    Files.createDirectories(root.resolve("target/classes/db/migration/catalog"));
    Files.writeString(
        root.resolve("target/classes/db/migration/catalog/V1__tables.sql"),
        "create table product (id varchar(9) primary key);");

    assertThat(of(answer(null), "order")).isEqualTo(Decision.MODULE_FIRST);
  }

  @Test
  void aHundredTimesTheTrafficIsASign() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).commitBy("Ada").compiled();

    Answer answer = answer(log(10, 1_000));

    assertThat(sign(answer, "traffic").outcome()).isEqualTo(Sign.Outcome.MET);
    assertThat(of(answer, "catalog")).isEqualTo(Decision.CANDIDATE);
    assertThat(sign(answer(log(11, 1_000)), "traffic").outcome()).isEqualTo(Sign.Outcome.NOT_MET);
  }

  @Test
  void aFewRequestsAreNoEvidence() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).commitBy("Ada").compiled();

    assertThat(sign(answer(log(0, 900)), "traffic").outcome()).isEqualTo(Sign.Outcome.UNKNOWN);
  }

  @Test
  void withoutClassesSizeAndDistanceAreUnknownAndTheBuildIsNamed() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).changedBy(51, ORDERS);

    Answer answer = answer(null);

    assertThat(sign(answer, "size").outcome()).isEqualTo(Sign.Outcome.UNKNOWN);
    assertThat(sign(answer, "size").evidence()).contains("mvn -DskipTests compile");
    assertThat(of(answer, "order")).isEqualTo(Decision.NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void withoutAnyEvidenceNothingIsAdvised() throws IOException {
    Path bare = Files.createDirectories(directory.resolve("bare/src/main/java/acme/order"));
    Files.writeString(bare.resolve("Orders.java"), ORDER);

    Answer answer = answer(directory.resolve("bare"), null, Thresholds.usual());

    assertThat(answer.decision()).isEqualTo(Decision.NOT_ENOUGH_EVIDENCE);
  }

  @Test
  void aThresholdCanBeChanged() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).changedBy(3, ORDERS).compiled();

    Answer answer = answer(root, null, new Thresholds(3, 100, 1_000, 2));

    assertThat(of(answer, "order")).isEqualTo(Decision.CANDIDATE);
    assertThat(sign(answer, "people").threshold()).contains("more than 3", "rule of thumb");
  }

  @Test
  void mavenModulesAreTheModulesOfAnApplicationThatIsMadeOfThem() throws IOException {
    project
        .source("catalog/", CATALOG)
        .source(
            "order/",
            ORDER.replace(
                "public void orders() {}",
                "public void orders() { new acme.catalog.Catalog().take(\"1\"); }"))
        .source(
            "app/",
            "package acme.app; @org.framework.Notes.SpringBootApplication public class Main {}")
        .changedBy(51, "order/" + ORDERS)
        .compiled();

    Answer answer = answer(null);

    assertThat(answer.evidence().kindOfModules()).isEqualTo("Maven or Gradle module");
    assertThat(answer.modules())
        .extracting(ModuleVerdict::module)
        .containsExactly("app", "catalog", "order");
    assertThat(of(answer, "order")).isEqualTo(Decision.CANDIDATE);
    assertThat(answer.evidence().code().found().orElseThrow().of("order").orElseThrow().needs())
        .containsExactly("catalog");
  }

  @Test
  void sourcesThatNothingBuildsAreNoModule() throws IOException {
    project
        .source("catalog/", CATALOG)
        .source("order/", ORDER)
        .commitBy("Ada")
        .compiled()
        .source("docs/sample/", "package acme.sample; public class Sample {}");

    assertThat(answer(null).modules())
        .extracting(ModuleVerdict::module)
        .containsExactly("catalog", "order");
  }

  @Test
  void noOutputHasAnAddressOrAControlCharacter() throws IOException {
    project
        .source("", MAIN)
        .source("", CATALOG)
        .source("", ORDER)
        .file("src/main/java/acme/order/mail-eve@evil.example-\u001b[31m.java", "1")
        .commitBy("eve")
        .file("src/main/java/acme/order/mail-eve@evil.example-\u001b[31m.java", "2")
        .commitBy("mallory@evil.example[bot]")
        .commitBy("bob")
        .file("src/main/java/acme/order/mail-eve@evil.example-\u001b[31m.java", "3")
        .commitBy("bob")
        .compiled();

    Answer answer = answer(null);

    for (String output :
        new String[] {TextReport.of(answer), JsonReport.of(answer), PageReport.of(answer)}) {
      assertThat(output).contains("(address)").doesNotContain("evil.example", "\u001b");
    }
  }

  @Test
  void thePageNeedsNoNetworkAndNoScript() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).commitBy("Ada").compiled();

    String page = PageReport.of(answer(null));

    assertThat(page)
        .contains("default-src 'none'", "<svg", "catalog")
        .doesNotContain("<script", "http://", "https://", "style=\"");
  }

  @Test
  void thePolicyOfThePageAllowsTheStylesThatStandInIt() throws Exception {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).commitBy("Ada").compiled();

    String page = PageReport.of(answer(null));

    String styles = page.replaceAll("(?s).*<style>(.*)</style>.*", "$1");
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(styles.getBytes(StandardCharsets.UTF_8));
    assertThat(page).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
  }

  @Test
  void aNameIsNoMarkupOfThePage() throws IOException {
    String file = "src/main/java/acme/order/<img src=x onerror=y>.java";
    project
        .source("", MAIN)
        .source("", CATALOG)
        .source("", ORDER)
        .commitBy("Ada")
        .changedBy(2, file)
        .compiled();

    assertThat(PageReport.of(answer(null))).contains("&lt;img src&#x3D;x").doesNotContain("<img");
  }

  @Test
  void aRouteToNoModuleIsRefused() throws IOException {
    project.source("", MAIN).source("", CATALOG).source("", ORDER).commitBy("Ada").compiled();
    Question wrong =
        new Question(
            root,
            "12m",
            null,
            Map.of("/api", "nobody"),
            ModulesFrom.AUTO,
            "",
            root,
            Thresholds.usual());

    assertThatThrownBy(() -> new Advisor(TODAY).answer(wrong))
        .isInstanceOf(CouldNotRun.class)
        .hasMessageContaining("catalog, order");
  }

  private Path log(int orders, int products) throws IOException {
    String line = "127.0.0.1 - - [01/May/2026:10:00:00 +0000] \"GET %s HTTP/1.1\" 200 12\n";
    return Files.writeString(
        directory.resolve("access.log"),
        line.formatted("/api/orders").repeat(orders)
            + line.formatted("/api/products").repeat(products));
  }

  private Answer answer(@Nullable Path traffic) {
    return answer(root, traffic, Thresholds.usual());
  }

  private static Answer answer(Path path, @Nullable Path traffic, Thresholds thresholds) {
    return new Advisor(TODAY)
        .answer(
            new Question(
                path,
                "12m",
                traffic,
                Map.of(),
                ModulesFrom.AUTO,
                "",
                path.resolve("none.json"),
                thresholds));
  }

  private static Decision of(Answer answer, String module) {
    return answer.modules().stream()
        .filter(each -> each.module().equals(module))
        .findFirst()
        .orElseThrow()
        .decision();
  }

  private static Sign sign(Answer answer, String name) {
    return answer.signs().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
