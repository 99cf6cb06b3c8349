package com.gopher.advise.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.history.People.ModuleChange;
import com.gopher.advise.module.ModuleMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each history is made here, so what is true of it is known. */
class HistoryReaderTest {

  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
  private static final String ORDER = "src/main/java/acme/order/Order.java";
  private static final String BILLING = "src/main/java/acme/billing/Bill.java";
  private static final ModuleMap MODULES =
      ModuleMap.ofPackages(Map.of("order", "acme.order", "billing", "acme.billing"));

  @TempDir Path root;
  private MadeUpHistory history;

  @BeforeEach
  void begin() {
    history = MadeUpHistory.in(root, BEGIN);
    history.with("README.md", "A shop").commit("Ada", "ada@acme.example", "Begin");
  }

  @Test
  void authorsAndCommitsAreCountedForEachModule() {
    change(ORDER, "1", "Ada");
    change(ORDER, "2", "Bob");
    change(BILLING, "1", "Bob");

    assertThat(people().authors()).isEqualTo(2);
    assertThat(people().commits()).isEqualTo(4);
    assertThat(people().modules())
        .containsExactly(new ModuleChange("order", 2, 0, 2), new ModuleChange("billing", 1, 0, 1));
  }

  @Test
  void aCommitThatTouchesTwoModulesCrosses() {
    history.with(ORDER, "1").with(BILLING, "1");
    commit("Ada");

    assertThat(people().crossingCommits()).isOne();
    assertThat(people().crossingAuthors()).isOne();
    assertThat(people().of("order").crossing()).isOne();
  }

  @Test
  void whatWasThereFirstIsNoChangeOfModules(@TempDir Path other) {
    MadeUpHistory imported = MadeUpHistory.in(other, BEGIN);
    imported.with(ORDER, "1").with(BILLING, "1").commit("Ada", "ada@acme.example", "Import");

    assertThat(read(other, "12m").found().orElseThrow().modules()).isEmpty();
  }

  @Test
  void aMergeIsCountedAndWhatItJoinsOnlyOnce() {
    change(ORDER, "1", "Ada");
    ObjectId main = change(ORDER, "2", "Ada");
    history.from(main).with(BILLING, "1");
    ObjectId branch = commit("Bob");
    history.from(main).without(BILLING);
    change(ORDER, "3", "Ada");
    history.with(BILLING, "1").merge("Ada", "ada@acme.example", branch);

    assertThat(people().merges()).isOne();
    assertThat(people().of("order").commits()).isEqualTo(3);
    assertThat(people().of("billing").commits()).isOne();
  }

  @Test
  void aRenamedFileKeepsItsHistory() {
    String older = "src/main/java/acme/order/Purchase.java";
    String text = "class Order {\n int lines;\n int total;\n int customer;\n}\n";
    change(older, text, "Ada");
    change(older, text + "//\n", "Bob");
    history.without(older);
    change(ORDER, text + "//\n", "Cid");

    assertThat(people().busiest()).containsExactly(new People.BusyFile(ORDER, 3, 3, 3));
  }

  @Test
  void aFileThatMovesToAnotherModuleCountsWhereItIsToday() {
    String text = "class Order {\n int lines;\n int total;\n int customer;\n}\n";
    change(BILLING, text, "Ada");
    history.without(BILLING);
    change(ORDER, text, "Ada");

    assertThat(people().of("order").commits()).isEqualTo(2);
    assertThat(people().of("billing").commits()).isZero();
  }

  @Test
  void aPartialCloneIsReadWithoutTheRenamesThatNeedContents() {
    String older = "src/main/java/acme/order/Purchase.java";
    String text = "class Order {\n int lines;\n int total;\n int customer;\n}\n";
    change(older, text, "Ada");
    history.without(older);
    change(ORDER, text + "//\n", "Bob");
    history.leaveOut(text);

    assertThat(people().of("order").commits()).isEqualTo(2);
  }

  @Test
  void theMailmapMakesOnePersonOfTwo() {
    change(ORDER, "1", "Bob");
    history.with(ORDER, "2").commit("bobby", "bob@home.example", "More");
    assertThat(people().authors()).isEqualTo(3);

    history
        .with(".mailmap", "Bob <bob@acme.example> <bob@home.example>\n")
        .commit("Ada", "ada@acme.example", "Mailmap");

    assertThat(people().authors()).isEqualTo(2);
  }

  @Test
  void anAddressIsOnePersonWhateverItsCaseAndTheNumberBeforeIt() {
    history.with(ORDER, "1").commit("A", "ADA@acme.example", "1");
    history.with(ORDER, "2").commit("B", "7+bob@users.noreply.github.com", "2");
    history.with(ORDER, "3").commit("B", "bob@users.noreply.github.com", "3");

    assertThat(people().authors()).isEqualTo(2);
  }

  @Test
  void botsAreLeftOutAndNamed() {
    history
        .with(ORDER, "1")
        .commit("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", "Bump");
    history.with(ORDER, "2").commit("Renovate", "bot@renovateapp.com", "Bump");

    assertThat(people().authors()).isOne();
    assertThat(people().commits()).isOne();
    assertThat(people().bots()).containsExactly("Renovate", "dependabot[bot]");
  }

  @Test
  void aPersonWhoseNameHasABotInItIsNone() {
    change(ORDER, "1", "Abbott Talbot");

    assertThat(people().authors()).isEqualTo(2);
  }

  @Test
  void whoWroteItTogetherCountsToo() {
    history
        .with(ORDER, "1")
        .commit("Ada", "ada@acme.example", "Pair\n\nCo-authored-by: Bob <bob@acme.example>\n");

    assertThat(people().authors()).isEqualTo(2);
  }

  @Test
  void onlyTheWindowCounts() {
    history.later(60L * 86_400);
    change(ORDER, "1", "Bob");

    assertThat(read(root, "8w").found().orElseThrow().authors()).isOne();
    assertThat(people().authors()).isEqualTo(2);
  }

  @Test
  void aCommitOfVeryManyFilesSaysNothingAboutModules() {
    for (int i = 0; i <= Changes.SWEEPING; i++) {
      history.with("src/main/java/acme/order/C" + i + ".java", "class C" + i + " {}");
    }
    commit("Bob");

    assertThat(people().sweeping()).isOne();
    assertThat(people().authors()).isEqualTo(2);
    assertThat(people().modules()).isEmpty();
  }

  @Test
  void releasesAreTagsOnCommitsOfTheWindow() {
    history.tag("v0");
    history.later(60L * 86_400);
    change(ORDER, "1", "Ada");
    history.tag("v1");

    assertThat(read(root, "8w").found().orElseThrow().releases()).isOne();
    assertThat(people().releases()).isEqualTo(2);
  }

  @Test
  void aShallowCloneIsSeenToBeCutOffAndItsLastCommitChangesNoModule() {
    change(ORDER, "1", "Ada");
    history.with(BILLING, "1");
    ObjectId cut = change(ORDER, "2", "Bob");
    change(ORDER, "3", "Cid");
    assertThat(people().cutOff()).isFalse();

    history.cutAt(cut);

    assertThat(people().cutOff()).isTrue();
    assertThat(people().authors()).isEqualTo(2);
    assertThat(people().of("order").commits()).isOne();
    assertThat(people().of("billing").commits()).isZero();
  }

  @Test
  void aShallowCloneThatReachesBackFarEnoughIsWhole() {
    ObjectId cut = change(ORDER, "1", "Ada");
    history.later(60L * 86_400);
    change(ORDER, "2", "Ada");
    history.cutAt(cut);

    assertThat(read(root, "6w").found().orElseThrow().cutOff()).isFalse();
  }

  @Test
  void aRepositoryWithoutCommitsIsUnknown(@TempDir Path empty) {
    MadeUpHistory.in(empty, BEGIN);

    assertThat(read(empty, "12m").unknown()).contains("no commit yet");
  }

  @Test
  void aHistoryThatEndedBeforeTheWindowIsUnknownAndSaysHowToLookFurther() {
    assertThat(read(root, "2w").unknown()).contains("Nobody committed since", "--since 5y");
  }

  @Test
  void aDirectoryOutsideAnyRepositoryIsUnknown(@TempDir Path bare) {
    assertThat(read(bare, "12m").unknown()).contains("no git repository");
  }

  @Test
  void onlyTheFilesOfTheDirectoryCount() throws Exception {
    change("shop/" + ORDER, "1", "Bob");
    change("tools/T.java", "1", "Cid");
    Files.createDirectories(root.resolve("shop"));

    People people = read(root.resolve("shop"), "12m").found().orElseThrow();

    assertThat(people.authors()).isOne();
    assertThat(people.of("order").commits()).isOne();
  }

  private ObjectId change(String file, String text, String name) {
    history.with(file, text);
    return commit(name);
  }

  private ObjectId commit(String name) {
    return history.commit(
        name, name.toLowerCase(Locale.ROOT).replace(" ", ".") + "@acme.example", "Change");
  }

  private People people() {
    return read(root, "12m").found().orElseThrow();
  }

  private static Evidence<People> read(Path directory, String since) {
    return new HistoryReader(Window.parse(since, TODAY).orElseThrow(), MODULES).read(directory);
  }
}
