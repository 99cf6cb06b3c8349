package com.gopher.course.command;

import com.gopher.course.author.Excerpts;
import com.gopher.course.author.Outputs;
import com.gopher.course.author.Rebase;
import com.gopher.course.author.Solutions;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Drift;
import com.gopher.course.state.Overlays;
import com.gopher.launcher.console.Console;
import com.gopher.launcher.console.CouldNotRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What the author of the course types, in the clone. */
@Command(
    name = "author",
    description = "For the author of the course: makes overlays and keeps them up to date.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class AuthorCommand implements Runnable {

  private final Console console;
  private final Place place;

  public AuthorCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  AuthorCommand(Console console, Place place) {
    this.console = console;
    this.place = place;
  }

  @Override
  public void run() {
    throw new CouldNotRun(
        "Nothing was done: name one of freeze, rebase, solutions, excerpts, outputs, overrides, drift.");
  }

  /** Makes an overlay. */
  @Command(
      name = "freeze",
      description = "Makes a checkpoint's overlay from a tree as it is before it is solved.",
      mixinStandardHelpOptions = true)
  int freeze(
      @Parameters(paramLabel = "FOLDER", description = "The checkpoint's folder: NN-slug.")
          String name,
      @Parameters(paramLabel = "TREE", description = "A learner's tree.") Path tree) {
    Path folder = place.home().course().root().resolve(name);
    if (!Files.isDirectory(folder)) {
      throw new CouldNotRun(
          "There is no folder " + folder + ". Nothing was written. Make it first.");
    }
    var states = place.home().states();
    Overlays.freeze(
        states, folder, states.shopFilesOf(Directory.read(place.directory().resolve(tree))));
    console.result("The overlay of " + name + " was written.");
    return CourseCommand.GOOD;
  }

  /** Merges edits into the overlays. */
  @Command(
      name = "rebase",
      description = "Merges what was edited under the overlays into them.",
      mixinStandardHelpOptions = true)
  int rebase() {
    List<String> report = new Rebase(place.home().root(), place.home()::states).run();
    report.forEach(console::result);
    if (report.isEmpty()) {
      console.result("All overlays are up to date.");
    }
    return report.stream().anyMatch(line -> line.contains(" NOT merged"))
        ? CourseCommand.BAD
        : CourseCommand.GOOD;
  }

  /** Writes the pages that show the solutions. */
  @Command(
      name = "solutions",
      description = "Writes the page solution.md of each checkpoint whose solution has changed.",
      mixinStandardHelpOptions = true)
  int solutions() {
    List<String> written = new Solutions(place.home().states()).write();
    written.forEach(
        checkpoint -> console.result("The solution of " + checkpoint + " was written."));
    if (written.isEmpty()) {
      console.result("All solutions are up to date.");
    }
    return CourseCommand.GOOD;
  }

  /** Cuts out the code in the pages anew. */
  @Command(
      name = "excerpts",
      description = "Writes the code in the pages anew where what it is cut out of has changed.",
      mixinStandardHelpOptions = true)
  int excerpts() {
    return writtenAnew(new Excerpts(place.home().states()).write());
  }

  /** Records what the checks print. */
  @Command(
      name = "outputs",
      description = "Runs the check of each start, and writes what it prints into the pages.",
      mixinStandardHelpOptions = true)
  int outputs() {
    return writtenAnew(new Outputs(place.home()).record(console::narrate));
  }

  private int writtenAnew(List<String> pages) {
    pages.forEach(page -> console.result(page + " was written."));
    if (pages.isEmpty()) {
      console.result("All pages are up to date.");
    }
    return CourseCommand.GOOD;
  }

  /** Shows which checkpoint overlays which file. */
  @Command(
      name = "overrides",
      description = "Shows for each file the checkpoints before which it is other or absent.",
      mixinStandardHelpOptions = true)
  int overrides() {
    Overlays.byFile(place.home().states())
        .forEach((file, folders) -> console.result(file + "  " + String.join(", ", folders)));
    return CourseCommand.GOOD;
  }

  /** Says where the course no longer fits the repository. */
  @Command(
      name = "drift",
      description =
          "Says where the course no longer fits the repository; exit code 1 if it does not.",
      mixinStandardHelpOptions = true)
  int drift() {
    List<String> drift = Drift.in(place.home().states());
    drift.forEach(console::result);
    if (drift.isEmpty()) {
      console.result("The course fits the repository.");
    }
    return drift.isEmpty() ? CourseCommand.GOOD : CourseCommand.BAD;
  }
}
