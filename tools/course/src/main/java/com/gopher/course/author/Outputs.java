package com.gopher.course.author;

import com.gopher.course.check.Failure;
import com.gopher.course.check.Judge;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What the check of an unsolved start prints, recorded for the page of the task. Above the block
 * stands {@code <!-- output of the check -->}. Below it in a terminal comes the raw message, which
 * is left out.
 */
public final class Outputs {

  private static final String PROMPT = "$ ./shop tutorial check\nNot yet.\n";

  private static final Pattern ID =
      Pattern.compile("\\b\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}\\b");

  private final CourseHome home;
  private final Blocks blocks;

  public Outputs(CourseHome home) {
    this.home = home;
    this.blocks = new Blocks(home.course(), "output");
  }

  /**
   * Runs the checks, and writes the pages that show something else; their names.
   *
   * @param narrator hears which check is run
   */
  public List<String> record(Consumer<String> narrator) {
    return blocks.write((checkpoint, words) -> PROMPT + printed(checkpoint, narrator));
  }

  /** What the page of a task says that the check prints; empty if it says nothing. */
  public String recorded(Checkpoint checkpoint) {
    try {
      String page = Files.readString(checkpoint.folder().resolve("README.md"));
      return String.join("", blocks.of(page.replace("\r\n", "\n"))).replace(PROMPT, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without what differs each time. */
  public static String alike(String printed) {
    return ID.matcher(printed).replaceAll("...");
  }

  private String printed(Checkpoint checkpoint, Consumer<String> narrator) {
    narrator.accept("Checking the start of " + checkpoint.slug() + " ...");
    Tree start = home.states().startOf(checkpoint).with(checkpoint.sheets());
    try {
      Failure failure =
          new Judge(home, step -> {}).judge(start, checkpoint, false).failure().orElseThrow();
      return alike(String.join("\n", failure.lines()) + "\n");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
