package com.gopher.course.author;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of the pages that are generated: a comment that says from what, and a fenced block
 * below it.
 */
final class Blocks {

  private static final List<String> PAGES = List.of("README.md", "hints.md", "why.md");

  private final Course course;
  private final Pattern block;

  /**
   * @param kind the first word of the comment
   */
  Blocks(Course course, String kind) {
    this.course = course;
    this.block =
        Pattern.compile(
            "^(<!-- " + kind + " (.*?) -->\\R```\\w*\\R)(.*?)(^```$)",
            Pattern.MULTILINE | Pattern.DOTALL);
  }

  /**
   * Writes the pages with other blocks than they should have.
   *
   * @param content what belongs into a block of a checkpoint, by the comment's other words
   * @return the pages, as folder and file
   */
  List<String> write(BiFunction<Checkpoint, String, String> content) {
    return differing(content, true);
  }

  /** The pages with other blocks than they should have. */
  List<String> stale(BiFunction<Checkpoint, String, String> content) {
    return differing(content, false);
  }

  private List<String> differing(
      BiFunction<Checkpoint, String, String> content, boolean isToBeWritten) {
    var differing = new ArrayList<String>();
    for (Checkpoint checkpoint : course.checkpoints()) {
      for (String name : PAGES) {
        Path file = checkpoint.folder().resolve(name);
        String page = read(file);
        String filled = filled(page, words -> content.apply(checkpoint, words));
        if (!filled.equals(page)) {
          differing.add(checkpoint.name() + "/" + name);
          if (isToBeWritten) {
            write(file, filled);
          }
        }
      }
    }
    return differing;
  }

  String filled(String page, UnaryOperator<String> content) {
    return block
        .matcher(page)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + content.apply(found.group(2)) + found.group(4)));
  }

  /** What a page has now, block by block. */
  List<String> of(String page) {
    return block.matcher(page).results().map(it -> it.group(3)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
