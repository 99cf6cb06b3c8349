package com.gopher.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.runner.ApplicationHost;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.CourseHome;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("seconds")
class NeighbourTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path work;

  /** In the place of the learner's shop: a program that never becomes ready, and never ends. */
  public static final class Endless {

    private Endless() {}

    public static void main(String[] arguments) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  /** A shop that needs three seconds of a processor before it says anything. */
  public static final class Late {

    private Late() {}

    public static void main(String[] arguments) {
      long work = 0;
      while (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toSeconds() < 3) {
        work++;
      }
      throw new IllegalStateException("at last, after " + work);
    }
  }

  /** A shop that says why it cannot start. */
  public static final class Broken {

    private Broken() {}

    public static void main(String[] arguments) {
      System.out.println("a word of the learner's");
      throw new IllegalStateException("no door");
    }
  }

  @Test
  void aProgramThatNeverEndsIsGivenUpAndEnded() throws Exception {
    Neighbour neighbour = start(Endless.class);

    assertThat(neighbour.answer(Duration.ofSeconds(1))).isEmpty();
    assertThat(neighbour.isAlive()).isTrue();
    neighbour.close();

    assertThat(neighbour.isAlive()).isFalse();
  }

  @Test
  void aProgramThatIsLateIsAwaitedWhileItIsAtWork() throws Exception {
    Duration moment = Duration.ofMillis(500);
    try (Neighbour late = start(Late.class);
        Neighbour stuck = start(Endless.class)) {
      assertThat(late.answer(moment, moment, PATIENCE))
          .hasValueSatisfying(it -> assertThat(it).contains("at last"));

      long begin = System.nanoTime();
      assertThat(stuck.answer(moment, moment, PATIENCE)).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
      assertThat(stuck.isAlive()).isTrue();
    }
  }

  @Test
  void whyAShopDoesNotStartIsAnsweredAndItsOwnWordsAreKept() throws Exception {
    try (Neighbour neighbour = start(Broken.class)) {
      assertThat(neighbour.answer(PATIENCE))
          .hasValueSatisfying(it -> assertThat(it).contains("no door"));
      assertThat(neighbour.log()).contains("a word of the learner's");
    }
  }

  private Neighbour start(Class<?> shop) {
    List<Path> path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    var broker = new Broker(new CourseHome(work), path, step -> {});
    var subject = new Subject(Tree.empty(), Map.of(), path, broker, work, new Drill());
    var compiled = new CompiledProgram(Program.SHOP, path.get(0), path);
    return Neighbour.start(subject, compiled, ApplicationHost.class, List.of(shop.getName()));
  }
}
