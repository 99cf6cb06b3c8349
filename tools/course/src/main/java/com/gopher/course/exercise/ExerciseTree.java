package com.gopher.course.exercise;

import com.gopher.course.check.Failure;
import com.gopher.course.check.Judge;
import com.gopher.course.check.Net;
import com.gopher.course.check.Verdict;
import com.gopher.course.git.LearnerRepository;
import com.gopher.course.git.Step;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import com.gopher.course.tree.LearnerTree;
import com.gopher.course.tree.Libraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A directory with one exercise in it: a project and a git repository, as a learner's tree is. */
public final class ExerciseTree {

  private static final String MARK = "exercise";

  private final Path root;
  private final CourseHome home;
  private final Exercise exercise;

  private ExerciseTree(Path root, CourseHome home, Exercise exercise) {
    this.root = root;
    this.home = home;
    this.exercise = exercise;
  }

  /** Writes the exercise into a directory that is new or empty. */
  public static ExerciseTree write(Path root, CourseHome home, Exercise exercise) {
    Tree files =
        exercise
            .start(home.states())
            .with("README.md", bytes(page(exercise)))
            .with(Answer.FILE, bytes(Answer.blank()));
    try {
      Files.createDirectories(root);
      LearnerRepository.create(
              root, List.of(new Step("exercise/" + exercise.name(), message(exercise), files)))
          .close();
      LearnerTree.noteHome(root, home);
      Libraries.write(home, root);
      Files.writeString(root.resolve(".course").resolve(MARK), exercise.name() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ExerciseTree(root, home, exercise);
  }

  /** Finds the exercise whose directory holds the given one. */
  public static Optional<ExerciseTree> around(Path directory, CourseHome home) {
    for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path mark = at.resolve(".course").resolve(MARK);
      if (Files.isRegularFile(mark)) {
        Path root = at;
        return Exercises.of(home.course())
            .find(read(mark).strip())
            .map(exercise -> new ExerciseTree(root, home, exercise));
      }
    }
    return Optional.empty();
  }

  public Exercise exercise() {
    return exercise;
  }

  /**
   * Judges the answer, and then whether the change was mended.
   *
   * @param narrator hears of each step before it begins
   */
  public Verdict judge(Consumer<String> narrator) throws InterruptedException {
    try (LearnerRepository repository = LearnerRepository.open(root)) {
      Tree files = repository.now();
      Optional<Failure> wrong = Answer.judge(files, exercise);
      return wrong.isPresent()
          ? new Verdict(wrong)
          : new Judge(home, narrator).tryNets(files, Net.heldAt(exercise.from()));
    }
  }

  private static String page(Exercise exercise) {
    return exercise.story() + "\n\n" + Net.table() + "\n";
  }

  private static String message(Exercise exercise) {
    return "Exercise %s: %s\n".formatted(exercise.name(), exercise.title());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
