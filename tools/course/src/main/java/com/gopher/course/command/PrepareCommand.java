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
  int run() {
    // The script that starts this program has built everything, and so fetched what it needs.
    int libraries = new Judge(place.home(), console::narrate).unpackLibraries();
    if (json) {
      console.json(Map.of("libraries", libraries));
    } else {
      console.result(
          "Ready: the shop is built, and the checks have their " + libraries + " libraries.");
      console.narrate("Next: ./shop tutorial start");
    }
    return GOOD;
  }
}
