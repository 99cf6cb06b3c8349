package com.gopher.course.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The course as its folder says: one sub-folder for each checkpoint. A sub-folder without {@code
 * checkpoint.yml} is a state on the way to the repository's own, and no checkpoint.
 */
public final class Course {

  private static final Pattern FOLDER = Pattern.compile("(\\d\\d)-([a-z]+)");
  static final String FACTS = "checkpoint.yml";

  private final Path root;
  private final List<Path> folders;
  private final List<Checkpoint> checkpoints;

  private Course(Path root, List<Path> folders) {
    this.root = root;
    this.folders = folders;
    this.checkpoints =
        folders.stream()
            .filter(folder -> Files.exists(folder.resolve(FACTS)))
            .map(Course::checkpoint)
            .toList();
  }

  public static Course in(Path root) {
    if (!Files.isDirectory(root)) {
      return new Course(root, List.of());
    }
    try (Stream<Path> found = Files.list(root)) {
      return new Course(
          root,
          found
              .filter(Files::isDirectory)
              .filter(folder -> FOLDER.matcher(folder.getFileName().toString()).matches())
              .sorted()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  public List<Checkpoint> checkpoints() {
    return checkpoints;
  }

  public Checkpoint first() {
    return checkpoints.get(0);
  }

  public Optional<Checkpoint> find(String numberOrSlug) {
    return checkpoints.stream().filter(it -> it.isCalled(numberOrSlug)).findFirst();
  }

  public Optional<Checkpoint> after(Checkpoint checkpoint) {
    return checkpoints.stream().filter(it -> it.number() > checkpoint.number()).findFirst();
  }

  public List<Checkpoint> upTo(Checkpoint last) {
    return checkpoints.stream().filter(it -> it.number() <= last.number()).toList();
  }

  /** One overlay for each folder, in the order of their numbers; it may change nothing. */
  List<Overlay> overlays(Side side) {
    return folders.stream().map(folder -> Overlay.read(folder, side)).toList();
  }

  /** The number of the folder with this slug, whether it is a checkpoint or only a state. */
  Optional<Integer> numberOf(String slug) {
    return folders.stream()
        .map(Course::match)
        .filter(match -> match.group(2).equals(slug))
        .map(match -> Integer.valueOf(match.group(1)))
        .findFirst();
  }

  private static Checkpoint checkpoint(Path folder) {
    Matcher match = match(folder);
    return new Checkpoint(
        Integer.parseInt(match.group(1)),
        match.group(2),
        folder,
        FactsReader.read(folder.resolve(FACTS)));
  }

  private static Matcher match(Path folder) {
    Matcher match = FOLDER.matcher(folder.getFileName().toString());
    match.matches();
    return match;
  }
}
