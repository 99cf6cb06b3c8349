package com.gopher.course.check;

import com.gopher.course.runner.StateHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process with the learner's code in it, until it is closed. */
final class Neighbour implements AutoCloseable {

  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final ChildJvm jvm;
  private final WarmJvms.@Nullable Hosted hosted;
  private @Nullable String lastLog;

  private Neighbour(ChildJvm jvm, WarmJvms.@Nullable Hosted hosted) {
    this.jvm = jvm;
    this.hosted = hosted;
  }

  /**
   * A process with a program of the learner's in it. It may have hosted another one before, which
   * is over.
   *
   * @param learners whose classes and libraries the process has
   * @param guest the class of the tool that works there
   */
  static Neighbour start(
      Subject subject, CompiledProgram learners, Class<?> guest, List<String> arguments) {
    WarmJvms.Hosted hosted =
        WarmJvms.take(
            subject.work().getParent(),
            Stream.concat(subject.judges().stream(), learners.libraries().stream()).toList());
    var words = new ArrayList<String>();
    words.add("run");
    words.add(learners.classes().toString());
    words.add(guest.getName());
    words.addAll(arguments);
    hosted.jvm().command(String.join(StateHost.BETWEEN, words));
    return new Neighbour(hosted.jvm(), hosted);
  }

  /** A process that runs this program of the tool and nothing else, ever. */
  static Neighbour start(
      Path directory, List<Path> classPath, Class<?> main, List<String> arguments) {
    return new Neighbour(ChildJvm.start(directory, classPath, main, arguments), null);
  }

  /** The last lines that the learner's code printed, but for those that are no help. */
  String log() {
    return lastLog == null ? jvm.log() : lastLog;
  }

  /** The next answer; empty if the process ends or the time is over before there is one. */
  Optional<String> answer(Duration patience) throws InterruptedException {
    return jvm.answer(patience);
  }

  /** The same with more patience, up to the longest, while the process is at work. */
  Optional<String> answer(Duration patience, Duration step, Duration longest)
      throws InterruptedException {
    return jvm.answer(patience, step, longest);
  }

  void command(String line) {
    jvm.command(line);
  }

  boolean isAlive() {
    return lastLog == null && jvm.isAlive();
  }

  /** Ends it at once, as a power failure would. */
  void kill() throws InterruptedException {
    lastLog = log();
    jvm.kill();
    if (hosted != null) {
      WarmJvms.end(hosted);
    }
  }

  /** Lets it end as it does when this program is gone; not every program deletes what it wrote. */
  void finish() {
    lastLog = log();
    jvm.finish();
  }

  /** What cannot be ended in peace is ended by force. */
  @Override
  public void close() {
    if (lastLog != null) {
      return;
    }
    lastLog = log();
    if (hosted == null) {
      jvm.close();
    } else if (jvm.isAlive() && stops()) {
      WarmJvms.giveBack(hosted);
    } else {
      WarmJvms.end(hosted);
    }
  }

  private boolean stops() {
    jvm.command("stop");
    long end = System.nanoTime() + TO_STOP.toNanos();
    try {
      while (System.nanoTime() < end) {
        Optional<String> answer = jvm.answer(Duration.ofNanos(end - System.nanoTime()));
        if (answer.isEmpty() || answer.get().startsWith("goes on")) {
          return false;
        }
        if (answer.get().equals("stopped")) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
