package com.gopher.course.check;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Judges a learner's files at a checkpoint. Nothing is written into the learner's tree. */
public final class Judge {

  private final CourseHome home;
  private final Consumer<String> narrator;

  /**
   * @param narrator hears of each step before it begins
   */
  public Judge(CourseHome home, Consumer<String> narrator) {
    this.home = home;
    this.narrator = narrator;
  }

  public static boolean knows(Checkpoint checkpoint) {
    return Checks.judge(checkpoint);
  }

  /** Unpacks the shop's libraries, if that was not done, and says how many there are. */
  public int unpackLibraries() {
    return new Libraries(home).all().size();
  }

  /**
   * @param everyEarlierOne whether the earlier checks of operation are run as well
   */
  public Verdict judge(Tree files, Checkpoint checkpoint, boolean everyEarlierOne)
      throws InterruptedException {
    return judge(files, Checks.of(checkpoint, everyEarlierOne));
  }

  Verdict judge(Tree files, List<Check> checks) throws InterruptedException {
    List<Path> libraries = new Libraries(home).all();
    List<Path> judges = List.of(placeOf(Judge.class));
    var passed = new PassedBefore(home.cache().resolve("passed"), files, libraries, judges);
    if (checks.stream().allMatch(passed::has)) {
      narrator.accept("Nothing has changed since it last passed.");
      return new Verdict(Optional.empty());
    }
    try (Scratch scratch = Scratch.in(home.cache())) {
      narrator.accept("Compiling the shop ...");
      var compilation = new Compilation(scratch.directory());
      Optional<Failure> error = compilation.run(files, libraries);
      if (error.isPresent()) {
        return new Verdict(error);
      }
      var subject =
          new Subject(files, compilation.classes(), libraries, judges, scratch.directory());
      for (Check check : checks) {
        if (!passed.has(check)) {
          narrator.accept("Checking " + check.subject() + " ...");
          Optional<Failure> failure = check.run(subject);
          if (failure.isPresent()) {
            return new Verdict(failure);
          }
          passed.add(check);
        }
      }
      return new Verdict(Optional.empty());
    }
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
