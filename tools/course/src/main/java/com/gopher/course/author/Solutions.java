package com.gopher.course.author;

import com.gopher.course.git.TextDiff;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The page {@code solution.md} of each checkpoint: what the course changes to solve it, for those
 * who read without the tool. A checkpoint whose solution changes no file has none.
 */
public final class Solutions {

  private static final String PAGE = "solution.md";

  private final States states;

  public Solutions(States states) {
    this.states = states;
  }

  /** Writes those that are not what they should be; the names of the checkpoints. */
  public List<String> write() {
    List<Checkpoint> stale = stale();
    for (Checkpoint checkpoint : stale) {
      try {
        String page = page(checkpoint);
        if (page.isEmpty()) {
          Files.delete(fileOf(checkpoint));
        } else {
          Files.writeString(fileOf(checkpoint), page);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return names(stale);
  }

  /** The names of the checkpoints whose page is missing or not what it should be. */
  public List<String> namesOfStale() {
    return names(stale());
  }

  private List<Checkpoint> stale() {
    var stale = new ArrayList<Checkpoint>();
    for (Checkpoint checkpoint : states.course().checkpoints()) {
      if (!page(checkpoint).equals(written(checkpoint))) {
        stale.add(checkpoint);
      }
    }
    return stale;
  }

  private String page(Checkpoint checkpoint) {
    Tree start = states.startOf(checkpoint);
    Tree solution = states.solutionOf(checkpoint);
    List<String> deleted = start.without(solution.paths()).paths().stream().toList();
    String diff = TextDiff.of(start.without(deleted), solution);
    if (diff.isEmpty() && deleted.isEmpty()) {
      return "";
    }
    var page = new StringBuilder();
    page.append(
        """
        # The solution of [%s](README.md)

        One of several that are right: a check judges what a project does, not how much it looks like this one.
        This page is made by `./shop tutorial author solutions`.
        """
            .formatted(checkpoint.slug()));
    if (!deleted.isEmpty()) {
      page.append("\nThese files are deleted:\n\n")
          .append(deleted.stream().map(path -> "- `" + path + "`\n").collect(Collectors.joining()));
    }
    if (!diff.isEmpty()) {
      page.append("\n````diff\n").append(diff.stripTrailing()).append("\n````\n");
    }
    return page.toString();
  }

  private static String written(Checkpoint checkpoint) {
    try {
      Path file = fileOf(checkpoint);
      return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path fileOf(Checkpoint checkpoint) {
    return checkpoint.folder().resolve(PAGE);
  }

  private static List<String> names(List<Checkpoint> checkpoints) {
    return checkpoints.stream().map(Checkpoint::name).toList();
  }
}
