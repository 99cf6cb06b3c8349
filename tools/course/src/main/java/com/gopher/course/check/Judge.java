package com.gopher.course.check;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Judges a learner's files at a checkpoint. Nothing is written into the learner's tree. */
public final class Judge {

  /** The class path of the tool's programs that run beside the learner's. */
  private static final List<Path> JUDGES = List.of(placeOf(Judge.class));

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

  /** Unpacks the programs' libraries, if that was not done, and says how many there are. */
  public int unpackLibraries() {
    var libraries = new Libraries(home);
    return Stream.of(Program.values()).mapToInt(it -> libraries.of(it).size()).sum();
  }

  /**
   * @param everyEarlierOne whether the earlier checks of operation are run as well
   */
  public Verdict judge(Tree files, Checkpoint checkpoint, boolean everyEarlierOne)
      throws InterruptedException {
    return judge(files, Checks.of(checkpoint, everyEarlierOne));
  }

  /** Waits before the learner's programs are started. */
  public interface Pause {
    void await() throws InterruptedException;
  }

  /**
   * The same for a save: first the checks that start nothing of the learner's.
   *
   * @param quiet awaited before each of the others
   */
  public Verdict judgeSave(Tree files, Checkpoint checkpoint, boolean everyEarlierOne, Pause quiet)
      throws InterruptedException {
    List<Check> structure = Checks.ofStructure(checkpoint);
    var all = new LinkedHashSet<>(structure);
    all.addAll(Checks.of(checkpoint, everyEarlierOne));
    return judge(
        files,
        List.copyOf(all),
        check -> {
          if (!structure.contains(check)) {
            quiet.await();
          }
        });
  }

  /** Tries the nets, in their order. */
  public Verdict tryNets(Tree files, List<Net> nets) throws InterruptedException {
    return judge(files, nets.stream().flatMap(net -> net.checks().stream()).toList());
  }

  Verdict judge(Tree files, List<Check> checks) throws InterruptedException {
    return judge(files, checks, check -> {});
  }

  private interface Before {
    void run(Check check) throws InterruptedException;
  }

  private Verdict judge(Tree files, List<Check> checks, Before before) throws InterruptedException {
    Map<Program, List<Path>> libraries = librariesOf(files);
    PassedBefore passed = passedBefore(files);
    if (!checks.isEmpty() && checks.stream().allMatch(passed::has)) {
      narrator.accept("Nothing has changed since it last passed.");
      return new Verdict(Optional.empty());
    }
    try (Scratch scratch = Scratch.in(home.cache());
        Drill drill = new Drill()) {
      var programs = new EnumMap<Program, CompiledProgram>(Program.class);
      for (var each : libraries.entrySet()) {
        Program program = each.getKey();
        narrator.accept("Compiling the " + program.title() + " ...");
        programs.put(
            program, new Compilation(program, scratch.directory()).run(files, each.getValue()));
      }
      var broker = new Broker(home, JUDGES, narrator);
      var subject = new Subject(files, programs, JUDGES, broker, scratch.directory(), drill);
      for (Check check : checks) {
        if (!passed.has(check)) {
          before.run(check);
          narrator.accept("Checking " + check.subject() + " ...");
          Optional<Failure> failure = check.run(subject);
          if (failure.isPresent()) {
            return new Verdict(failure);
          }
          passed.add(check);
        }
      }
      return new Verdict(Optional.empty());
    } catch (Failed e) {
      return new Verdict(Optional.of(e.failure()));
    }
  }

  /** What has passed for these files. */
  PassedBefore passedBefore(Tree files) {
    return new PassedBefore(
        home.cache().resolve("passed"), files, librariesOf(files).values(), JUDGES);
  }

  /** Of the shop always: without it nothing can be judged. */
  private Map<Program, List<Path>> librariesOf(Tree files) {
    var unpacked = new Libraries(home);
    var libraries = new EnumMap<Program, List<Path>>(Program.class);
    for (Program program : Program.values()) {
      if (program == Program.SHOP || program.isIn(files)) {
        libraries.put(program, unpacked.of(program));
      }
    }
    return libraries;
  }

  private static Path placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
