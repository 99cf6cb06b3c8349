package com.gopher.course.command;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.AnswersThatPass;
import com.gopher.course.MadeUpCourse;
import com.gopher.course.author.Outputs;
import com.gopher.course.check.FaultsOfTheWalk;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Directory;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import com.gopher.course.tree.LearnerTree;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole course of this repository, typed as a learner types it. */
@Tag("minutes")
class WalkTest {

  private static final CourseHome HOME = new CourseHome(MadeUpCourse.repository());

  /** What an unsolved start is reproached with. */
  private static final Map<String, List<String>> REPROACHES =
      Map.ofEntries(
          entry("hall", List.of("carries the customer's name", "name is empty")),
          entry("walls", List.of("circle", "billing -> order -> billing", "OrderManagement.java:")),
          entry("messengers", List.of("While billing is broken", "refused with 500")),
          entry("locks", List.of("its own tables", "customers.customer", "billing/Invoices.java:")),
          entry("contract", List.of("announced on the topic shop.orders", "no record of it")),
          entry(
              "building",
              List.of("gets a parcel", "knows no parcel of it", "com/gotracker/messaging")),
          entry(
              "moving",
              List.of("while shop.delivery is extracted", "is shop", "FulfillmentPolicy.java")),
          entry("drill", List.of("answers/predictions.txt")),
          entry(
              "bakeries",
              List.of("happens once", "announced more than once", "shipping/Shipments.java")),
          entry("worth", List.of("There is no answers/report.json")),
          entry("wing", List.of("The classes of the module delivery are gone", "files are left")));

  /** In the city, those at which the earlier checks that start something are run as well. */
  private static final Set<String> WITH_EVERY_EARLIER_CHECK = Set.of("moving", "bakeries");

  @TempDir Path directory;
  private final States states = HOME.states();

  @Test
  void eachCheckFailsUntilTheTaskIsDoneAndThenTheNextBegins() throws IOException {
    Path tree = directory.resolve("a läarner's course");
    List<Checkpoint> checkpoints = HOME.course().checkpoints();
    assertExit(0, Typed.in(directory, HOME, "start", "1", tree.getFileName().toString()));
    for (Checkpoint checkpoint : checkpoints) {
      Tree before = filesOf(tree);
      Typed check = Typed.in(tree, HOME, "check");
      assertThat(check.exit()).as("the unsolved start of %s fails", checkpoint.name()).isOne();
      assertThat(check.out())
          .contains("Expected:", "Found:", "Try:")
          .contains(REPROACHES.get(checkpoint.slug()));
      assertThat(Outputs.alike(check.out()))
          .as(
              "%s shows what the check printed before; ./shop tutorial author outputs",
              checkpoint.name())
          .contains(new Outputs(HOME).recorded(checkpoint));
      if (!checkpoint.needsCity()) {
        assertExit(1, Typed.in(tree, HOME, "next"));
        assertThat(filesOf(tree)).as("a refused next changes nothing").isEqualTo(before);
      }
      assertThat(Typed.in(tree, HOME, "hint").out()).isNotBlank();

      writeTheSolution(tree, checkpoint);
      Typed goneOn = goOn(tree, checkpoint);
      assertThat(goneOn.out())
          .contains(
              HOME.course()
                  .after(checkpoint)
                  .map(Pages::task)
                  .orElse("That was the last checkpoint"));
    }
    assertThat(Typed.in(tree, HOME, "list").out().lines()).allMatch(line -> line.endsWith("done"));
  }

  @Test
  void solvingAllTheWayIsTheHistoryThatAStartWrites() throws IOException {
    List<Checkpoint> checkpoints = HOME.course().checkpoints();
    Checkpoint last = checkpoints.get(checkpoints.size() - 1);
    assertExit(0, Typed.in(directory, HOME, "start", "1", "solved"));
    for (int solved = 0; solved < checkpoints.size(); solved++) {
      assertExit(0, Typed.in(directory.resolve("solved"), HOME, "solve"));
    }
    assertExit(0, Typed.in(directory, HOME, "start", last.slug(), "started"));

    assertThat(idOf("solved", "start/" + last.slug()))
        .isEqualTo(idOf("started", "start/" + last.slug()));
  }

  /** {@code next} runs every earlier check; {@code solve} takes the course's word for it. */
  private static Typed goOn(Path tree, Checkpoint checkpoint) {
    boolean all = !checkpoint.needsCity() || WITH_EVERY_EARLIER_CHECK.contains(checkpoint.slug());
    Typed solved = all ? Typed.in(tree, HOME, "check", "--all") : Typed.in(tree, HOME, "check");
    assertExit(0, solved);
    assertThat(solved.out()).contains("Solved", "To discuss:");
    Typed goneOn = Typed.in(tree, HOME, all ? "next" : "solve");
    assertExit(0, goneOn);
    return goneOn;
  }

  private void writeTheSolution(Path tree, Checkpoint checkpoint) throws IOException {
    Tree start = states.startOf(checkpoint);
    Tree solution = states.solutionOf(checkpoint);
    Directory.write(solution.differingFrom(start), tree);
    for (String removed : start.without(solution.paths()).paths()) {
      Files.delete(tree.resolve(removed));
    }
    Directory.write(AnswersThatPass.of(checkpoint, HOME), tree);
    if (checkpoint.slug().equals("drill")) {
      try (LearnerTree learner = LearnerTree.around(tree, HOME).orElseThrow()) {
        FaultsOfTheWalk.leaveOutAllButTheCheapest(HOME, learner.files());
      }
    }
  }

  private static Tree filesOf(Path tree) {
    return Directory.read(tree).only(path -> !path.startsWith(".git/"));
  }

  private String idOf(String tree, String tag) throws IOException {
    try (Repository git = QuietGit.open(directory.resolve(tree))) {
      return git.resolve("refs/tags/" + tag).name();
    }
  }

  private static void assertExit(int expected, Typed typed) {
    assertThat(typed.exit()).as(typed.out() + typed.err()).isEqualTo(expected);
  }
}
