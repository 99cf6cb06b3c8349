package com.gopher.course.command;

import com.gopher.course.check.Judge;
import com.gopher.launcher.console.Console;
import java.util.Map;
import picocli.CommandLine.Command;

/** Makes this machine ready for the course. */
@Command(
    name = "prepare",
    description = "Makes this machine ready for the course without a network.",
    mixinStandardHelpOptions = true)
public final class PrepareCommand extends CourseCommand {

  public PrepareCommand(Console console) {
    this(console, Place.ofThisProcess());
  }

  PrepareCommand(Console console, Place place) {
    super(console, place);
  }

  @Override
  int run() throws InterruptedException {
    // The script that starts this program has built everything, and so fetched what it needs.
    int libraries = new Judge(place.home(), console::narrate).unpackLibraries();
    console.narrate(
        "Building a project of the course with Maven, as you might (it fetches what it does not have yet, at most about %s MB) ..."
            .formatted(place.home().megabytesToFetch("prepare")));
    new OfflineProject(place.home()).verifyOnce();
    if (json) {
      console.json(Map.of("libraries", libraries));
    } else {
      console.result(
          "Ready: castle and city are built, the checks have their "
              + libraries
              + " libraries, and Maven has what a project of the course needs.\n"
              + "Without a network all of the course works, and mvn -o verify in its projects.");
      console.narrate("Next: ./shop tutorial start");
    }
    return GOOD;
  }
}
