package com.gopher.course.check;

import com.gopher.course.runner.Answers;
import com.gopher.launcher.jvm.Jdk;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A JVM that this program has started. It ends when it is closed, and when this program ends,
 * however that happens: it reads from this program, and stops when there is nobody to read from.
 */
final class ChildJvm {

  private static final int LINES_KEPT = 60;

  /** A process is idle that has used less than this part of the time, as a divisor. */
  private static final long IDLE_BELOW = 20;

  private static final Duration TO_FINISH = Duration.ofSeconds(10);

  private final Process process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Deque<String> log = new ArrayDeque<>();

  private ChildJvm(Process process) {
    this.process = process;
    var reader = new Thread(this::read, "output of the learner's code");
    reader.setDaemon(true);
    reader.start();
  }

  static ChildJvm start(
      Path directory, List<Path> classPath, Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            Jdk.current().java(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xmx384m",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            main.getName()));
    command.addAll(arguments);
    try {
      return new ChildJvm(
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(Answers.MARK)) {
          answers.add(Answers.unfold(line.substring(Answers.MARK.length())));
        } else if (!isNoHelp(line)) {
          remember(line);
        }
      }
    } catch (IOException e) {
      remember("The output ended: " + e.getMessage());
    }
  }

  /** What went well, and the frames of stack traces. */
  private static boolean isNoHelp(String line) {
    return line.contains(" INFO ") || line.startsWith("\tat ") || line.startsWith("\t... ");
  }

  private void remember(String line) {
    synchronized (log) {
      log.addLast(line);
      if (log.size() > LINES_KEPT) {
        log.removeFirst();
      }
    }
  }

  /** The last lines that the learner's code printed, but for those that are no help. */
  String log() {
    synchronized (log) {
      return String.join("\n", log);
    }
  }

  /** Nothing of what was said so far is for the next one who listens. */
  void forget() {
    answers.clear();
    synchronized (log) {
      log.clear();
    }
  }

  /** The next answer; empty if the process ends or the time is over before there is one. */
  Optional<String> answer(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      String answer = answers.poll(100, TimeUnit.MILLISECONDS);
      if (answer != null) {
        return Optional.of(answer);
      }
      if (System.nanoTime() > end || !process.isAlive() && answers.isEmpty()) {
        return Optional.ofNullable(answers.poll(100, TimeUnit.MILLISECONDS));
      }
    }
  }

  /**
   * The same with more patience as long as the process is at work: where a machine has much else to
   * do, a program is late and not stuck.
   *
   * @param step how often it is looked whether it is at work
   * @param longest when it is given up all the same
   */
  Optional<String> answer(Duration patience, Duration step, Duration longest)
      throws InterruptedException {
    Optional<String> answer = answer(patience);
    long end = System.nanoTime() + longest.minus(patience).toNanos();
    Duration before = processorTime().minus(step);
    while (answer.isEmpty() && isAlive() && System.nanoTime() < end) {
      Duration now = processorTime();
      if (now.minus(before).compareTo(step.dividedBy(IDLE_BELOW)) < 0) {
        break;
      }
      before = now;
      answer = answer(step);
    }
    return answer;
  }

  private Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  void command(String line) {
    try {
      var stream = process.getOutputStream();
      stream.write(
          (line.replace("\\", "\\\\").replace("\n", "\\n") + "\n")
              .getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException e) {
      remember("The process took no command: " + e.getMessage());
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it at once, as a power failure would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end as it does when this program is gone; not every program deletes what it wrote. */
  void finish() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      remember("The process took no end: " + e.getMessage());
    }
    try {
      process.waitFor(TO_FINISH.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
