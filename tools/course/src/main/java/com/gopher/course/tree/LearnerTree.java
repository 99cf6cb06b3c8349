package com.gopher.course.tree;

import com.gopher.course.git.LearnerRepository;
import com.gopher.course.git.Step;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Course;
import com.gopher.course.state.Directory;
import com.gopher.course.state.States;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A learner's project: a directory that is a git repository with the course's tags. */
public final class LearnerTree implements AutoCloseable {

  private final Path root;
  private final CourseHome home;
  private final LearnerRepository repository;

  private LearnerTree(Path root, CourseHome home, LearnerRepository repository) {
    this.root = root;
    this.home = home;
    this.repository = repository;
  }

  /** Finds the tree that holds the directory. */
  public static Optional<LearnerTree> around(Path directory, CourseHome home) {
    for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(".git"))) {
        LearnerRepository repository = LearnerRepository.open(at);
        if (home.course().checkpoints().stream().anyMatch(it -> repository.hasTag(start(it)))) {
          return Optional.of(new LearnerTree(at, home, repository));
        }
        repository.close();
      }
    }
    return Optional.empty();
  }

  /** Writes the tree of a checkpoint's start into an empty directory, with its history. */
  public static LearnerTree write(Path root, CourseHome home, Checkpoint checkpoint) {
    States states = home.states();
    var steps = new ArrayList<Step>();
    for (Checkpoint each : home.course().upTo(checkpoint)) {
      steps.add(new Step(start(each), startMessage(each), states.startOf(each)));
      if (!each.equals(checkpoint)) {
        steps.add(solutionStep(states, each));
      }
    }
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var tree = new LearnerTree(root, home, LearnerRepository.create(root, steps));
    tree.equip();
    return tree;
  }

  private static Step solutionStep(States states, Checkpoint checkpoint) {
    return new Step(
        solution(checkpoint),
        "Solution of %s: %s\n".formatted(checkpoint.slug(), checkpoint.title()),
        states.solutionOf(checkpoint));
  }

  private static String startMessage(Checkpoint checkpoint) {
    return "Start of %s: %s\n".formatted(checkpoint.slug(), checkpoint.title());
  }

  static String start(Checkpoint checkpoint) {
    return "start/" + checkpoint.slug();
  }

  static String solution(Checkpoint checkpoint) {
    return "solution/" + checkpoint.slug();
  }

  static String mine(Checkpoint checkpoint) {
    return "mine/" + checkpoint.slug();
  }

  /** Puts back what is not committed: the libraries, and where the course is. */
  public void equip() {
    Libraries.write(home, root);
    noteHome(root, home);
    layOutSheets(current());
  }

  /** Writes the blank sheets of a checkpoint that are not there. */
  private void layOutSheets(Checkpoint checkpoint) {
    Tree sheets = checkpoint.sheets();
    Directory.write(sheets.only(path -> Files.notExists(root.resolve(path))), root);
  }

  /** Writes down, for the launcher of the tree with this root, where the course is. */
  public static void noteHome(Path root, CourseHome home) {
    try {
      Files.createDirectories(root.resolve(".course"));
      Files.writeString(root.resolve(".course").resolve("home"), home.root() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  public Course course() {
    return home.course();
  }

  /** The checkpoint with the last start: the one that the learner works on, or the last solved. */
  public Checkpoint current() {
    List<Checkpoint> begun =
        course().checkpoints().stream().filter(it -> repository.hasTag(start(it))).toList();
    return begun.get(begun.size() - 1);
  }

  public boolean isBegun(Checkpoint checkpoint) {
    return repository.hasTag(start(checkpoint));
  }

  /** True if the learner has gone on from it, by an own solution or by the course's. */
  public boolean isDone(Checkpoint checkpoint) {
    return repository.hasTag(mine(checkpoint)) || repository.hasTag(solution(checkpoint));
  }

  /** The learner's files as they are now. */
  public Tree files() {
    return repository.now();
  }

  public Tree startFiles(Checkpoint checkpoint) {
    return repository.treeOf(start(checkpoint));
  }

  /** The course's solution, with answers that pass. */
  public Tree solutionFiles(Checkpoint checkpoint) {
    return home.states().solutionOf(checkpoint).with(checkpoint.modelAnswers());
  }

  /** Commits the learner's work as the learner's solution. */
  public void commitWork(Checkpoint checkpoint) {
    repository.commitWork(mine(checkpoint));
  }

  /**
   * Adds what the start of the checkpoint gives.
   *
   * @return the paths that the learner had already, with other content; they stay
   */
  public Set<String> begin(Checkpoint checkpoint) {
    Set<String> kept =
        repository.add(
            home.states().newAt(checkpoint), start(checkpoint), startMessage(checkpoint));
    layOutSheets(checkpoint);
    return kept;
  }

  /**
   * Puts the course's solution in the place of what is there.
   *
   * @return the branch that has what was there; empty if there was nothing of the learner's
   */
  public Optional<String> solve(Checkpoint checkpoint) {
    return repository.continueFrom(
        start(checkpoint), solutionStep(home.states(), checkpoint), "kept/" + checkpoint.slug());
  }

  /**
   * Goes back to the start of the checkpoint.
   *
   * @return the branch that has what was there; empty if there was nothing of the learner's
   */
  public Optional<String> reset(Checkpoint checkpoint) {
    Optional<String> kept = repository.returnTo(start(checkpoint), "kept/" + checkpoint.slug());
    layOutSheets(checkpoint);
    return kept;
  }

  @Override
  public void close() {
    repository.close();
  }
}
