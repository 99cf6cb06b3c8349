package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.runner.ApplicationHost;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One JVM hosts one state after another, and none of them finds anything of the one before. */
@Tag("seconds")
class WarmJvmsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<Path> CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .filter(Files::exists)
          .toList();

  @TempDir Path work;

  /** A program that says where it runs and what it finds, and leaves something behind. */
  public static class Visitor {

    public static void main(String[] arguments) {
      System.out.println("in " + ProcessHandle.current().pid());
      System.out.println("found " + System.getProperty("left.by.a.visitor"));
      System.setProperty("left.by.a.visitor", "a coat");
      throw new IllegalStateException("that is all");
    }
  }

  /** A program that does not go when it is asked to. */
  public static final class Squatter extends Visitor {

    public static void main(String[] arguments) {
      new Thread(
              () -> {
                while (true) {
                  LockSupport.park();
                }
              },
              "squatter")
          .start();
      Visitor.main(arguments);
    }
  }

  @BeforeEach
  @AfterEach
  void end() {
    WarmJvms.end();
  }

  @Test
  void theNextStateIsHostedByTheSameJvmAndFindsNothingOfTheLast() throws Exception {
    String first = whatIsSaidBy(Visitor.class);

    assertThat(first).contains("in ", "found null");
    assertThat(whatIsSaidBy(Visitor.class)).isEqualTo(first);
  }

  @Test
  void aJvmInWhichAThreadOfTheLearnerGoesOnHostsNobodyElse() throws Exception {
    String first = whatIsSaidBy(Squatter.class);

    assertThat(whatIsSaidBy(Visitor.class)).contains("found null").isNotEqualTo(first);
  }

  @Test
  void aKilledOneIsReplaced() throws Exception {
    Neighbour killed = start(Visitor.class);
    killed.answer(PATIENCE);
    String first = killed.log();
    killed.kill();
    killed.close();

    assertThat(killed.isAlive()).isFalse();
    assertThat(whatIsSaidBy(Visitor.class)).contains("found null").isNotEqualTo(first);
  }

  @Test
  void twoAtATimeHaveAJvmEach() throws Exception {
    try (Neighbour one = start(Visitor.class);
        Neighbour other = start(Visitor.class)) {
      one.answer(PATIENCE);
      other.answer(PATIENCE);

      assertThat(one.log()).contains("found null").isNotEqualTo(other.log());
      assertThat(other.log()).contains("found null");
    }
  }

  private String whatIsSaidBy(Class<?> program) throws InterruptedException {
    Neighbour neighbour = start(program);
    assertThat(neighbour.answer(PATIENCE)).isPresent();
    neighbour.close();
    return neighbour.log();
  }

  private Neighbour start(Class<?> program) {
    var compiled = new CompiledProgram(Program.SHOP, CLASS_PATH.get(0), CLASS_PATH);
    var broker = new Broker(new CourseHome(MadeUpCourse.repository()), CLASS_PATH, step -> {});
    var subject =
        new Subject(
            Tree.empty(),
            Map.of(Program.SHOP, compiled),
            CLASS_PATH.subList(0, 1),
            broker,
            work,
            new Drill());
    return Neighbour.start(subject, compiled, ApplicationHost.class, List.of(program.getName()));
  }
}
