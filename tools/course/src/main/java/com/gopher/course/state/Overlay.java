package com.gopher.course.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the project differs before a checkpoint is solved: whole files that replace others, and files
 * that are not there yet. Applied backwards, from the solution to the start. The last checkpoint
 * begins with the repository as it is, so its overlay is applied forwards.
 *
 * @param folder the checkpoint's folder
 * @param files at their paths in the project
 * @param absent paths, or directories with a slash at the end
 * @param standsFor for each of the files the hash of the file it was made from
 */
record Overlay(
    Path folder, Side side, Tree files, List<String> absent, Map<String, String> standsFor) {

  static Overlay read(Path folder, Side side) {
    return new Overlay(
        folder,
        side,
        Directory.read(folder.resolve(side.files())),
        Lines.of(folder.resolve(side.absent())),
        HashFile.read(folder, side));
  }

  String name() {
    return folder.getFileName().toString();
  }

  int number() {
    return Integer.parseInt(name().substring(0, 2));
  }

  boolean changesNothing() {
    return files.paths().isEmpty() && absent.isEmpty();
  }

  Tree applyTo(Tree under) {
    return under.only(path -> !isAbsent(path)).with(files);
  }

  boolean isAbsent(String path) {
    return absent.stream().anyMatch(entry -> covers(entry, path));
  }

  /** True if the entry is the path, or a directory that holds it. */
  static boolean covers(String entry, String path) {
    return entry.endsWith("/") ? path.startsWith(entry) : path.equals(entry);
  }
}
