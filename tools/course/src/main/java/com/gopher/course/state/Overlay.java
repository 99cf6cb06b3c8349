package com.gopher.course.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the project differs before a checkpoint is solved: whole files that replace others, and files
 * that are not there yet. Applied backwards, from the solution to the start. The last checkpoint
 * begins with the repository as it is, and removes from it: that is applied forwards.
 *
 * @param folder the checkpoint's folder
 * @param before the files, at their paths in the project
 * @param absent paths, or directories with a slash at the end
 * @param standsFor for each file of {@code before} the hash of the file it was made from
 * @param removed what the solution removes from the repository, named like {@code absent}
 */
record Overlay(
    Path folder,
    Tree before,
    List<String> absent,
    Map<String, String> standsFor,
    List<String> removed) {

  static final String BEFORE = "before";
  static final String ABSENT = "absent.txt";
  static final String REMOVED = "removed.txt";

  static Overlay read(Path folder) {
    return new Overlay(
        folder,
        Directory.read(folder.resolve(BEFORE)),
        Lines.of(folder.resolve(ABSENT)),
        HashFile.read(folder),
        Lines.of(folder.resolve(REMOVED)));
  }

  String name() {
    return folder.getFileName().toString();
  }

  Tree applyTo(Tree solution) {
    return solution.only(path -> !isAbsent(path)).with(before);
  }

  boolean isAbsent(String path) {
    return absent.stream().anyMatch(entry -> covers(entry, path));
  }

  Tree solve(Tree repository) {
    return repository.only(path -> removed.stream().noneMatch(entry -> covers(entry, path)));
  }

  boolean isBackwards() {
    return !before.paths().isEmpty() || !absent.isEmpty();
  }

  /** True if the entry is the path, or a directory that holds it. */
  static boolean covers(String entry, String path) {
    return entry.endsWith("/") ? path.startsWith(entry) : path.equals(entry);
  }
}
