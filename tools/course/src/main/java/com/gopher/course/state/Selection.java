package com.gopher.course.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which of the repository's files are a learner's: {@code tree.txt} of the course. A line is a path
 * or a directory (with a slash at the end), perhaps followed by {@code from SLUG}; a line that
 * begins with a minus leaves out.
 */
final class Selection {

  static final String FILE = "tree.txt";

  /**
   * @param from the first checkpoint at whose start it is there; 0 for all
   */
  private record Entry(String path, int from) {

    boolean covers(String candidate) {
      return Overlay.covers(path, candidate);
    }
  }

  private final List<Entry> included = new ArrayList<>();
  private final List<Entry> leftOut = new ArrayList<>();

  private Selection() {}

  static Selection of(Course course) {
    var selection = new Selection();
    for (String line : Lines.of(course.root().resolve(FILE))) {
      String[] words = line.split("\\s+");
      if (words[0].equals("-") && words.length == 2) {
        selection.leftOut.add(new Entry(words[1], 0));
      } else if (words.length == 1) {
        selection.included.add(new Entry(words[0], 0));
      } else if (words.length == 3 && words[1].equals("from")) {
        course
            .numberOf(words[2])
            .ifPresent(number -> selection.included.add(new Entry(words[0], number)));
      } else {
        throw new UnusableCourseException(FILE + " has a line that means nothing: " + line);
      }
    }
    return selection;
  }

  /** The repository's files, as far as they are in a learner's tree at any checkpoint. */
  Tree read(Path repository) {
    var files = new TreeMap<String, byte[]>();
    for (Entry entry : included) {
      Path place = repository.resolve(entry.path());
      if (Files.isDirectory(place)) {
        Tree found = Directory.read(place);
        found.paths().forEach(path -> files.put(entry.path() + path, bytes(found, path)));
      } else if (Files.exists(place)) {
        files.put(entry.path(), content(place));
      }
    }
    return Tree.of(files).only(path -> leftOut.stream().noneMatch(it -> it.covers(path)));
  }

  /** The files that are there at the start of the checkpoint with this number. */
  Tree at(int number, Tree files) {
    return files.only(
        path ->
            included.stream().anyMatch(it -> it.covers(path) && it.from() <= number)
                && leftOut.stream().noneMatch(it -> it.covers(path)));
  }

  private static byte[] bytes(Tree tree, String path) {
    return tree.file(path).orElseThrow();
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
