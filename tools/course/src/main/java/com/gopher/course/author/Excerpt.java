package com.gopher.course.author;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import com.gopher.course.state.UnusableCourseException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A part of a file of a checkpoint, for its pages: from the first line with one text to the next
 * line with another one. Without that one it ends where what the line opens is closed, or with the
 * line itself if it opens nothing.
 *
 * @param side {@code start} or {@code solution}
 * @param path the end of the file's path in the project
 * @param to empty if it is left out
 */
record Excerpt(String side, String path, String from, String to) {

  /**
   * @param words such as {@code solution order/Orders.java | void change( | update}
   */
  static Excerpt of(String words) {
    String[] parts = words.split(" \\| ");
    String[] place = parts[0].split(" ");
    if (place.length != 2 || parts.length < 2 || parts.length > 3) {
      throw new UnusableCourseException("No excerpt is meant by: " + words);
    }
    return new Excerpt(place[0], place[1], parts[1], parts.length == 3 ? parts[2] : "");
  }

  /**
   * @throws UnusableCourseException if there is nothing of the kind
   */
  String text(States states, Checkpoint checkpoint) {
    Tree tree = side.equals("start") ? states.startOf(checkpoint) : states.solutionOf(checkpoint);
    List<String> lines = fileIn(tree).lines().toList();
    int first = lineWith(from, lines, 0);
    int last = to.isEmpty() ? endOf(first, lines) : lineWith(to, lines, first);
    return String.join("\n", lines.subList(first, last + 1)).stripIndent().stripTrailing() + "\n";
  }

  private String fileIn(Tree tree) {
    List<String> found = tree.paths().stream().filter(it -> it.endsWith("/" + path)).toList();
    if (found.size() != 1) {
      throw new UnusableCourseException(
          "%s is not one file of the %s, but %s".formatted(path, side, found));
    }
    return tree.text(found.get(0)).orElseThrow();
  }

  private int lineWith(String text, List<String> lines, int begin) {
    return IntStream.range(begin, lines.size())
        .filter(line -> lines.get(line).contains(text))
        .findFirst()
        .orElseThrow(
            () -> new UnusableCourseException("%s has no line with: %s".formatted(path, text)));
  }

  private static int endOf(int first, List<String> lines) {
    String indent = indentOf(lines.get(first));
    return IntStream.range(first, lines.size())
        .filter(
            line ->
                lines.get(line).endsWith(";") && line == first
                    || lines.get(line).startsWith(indent + "}"))
        .findFirst()
        .orElse(first);
  }

  private static String indentOf(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
