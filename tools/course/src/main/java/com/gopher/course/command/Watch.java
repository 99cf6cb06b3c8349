package com.gopher.course.command;

import com.gopher.course.check.Judge;
import com.gopher.course.check.Verdict;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.LearnerTree;
import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Judges each save until it is interrupted: compilation and structure at once, the rest when
 * nothing more is saved. A save in the middle of the rest begins it anew.
 */
final class Watch implements AutoCloseable {

  private static final long PAUSE_MILLIS = 200;
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Set<String> NOT_THE_LEARNERS = Set.of("target", "lib");

  private final LearnerTree tree;
  private final Judge judge;
  private final VerdictPrinter printer;
  private final Console console;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "judge"));

  Watch(LearnerTree tree, Judge judge, VerdictPrinter printer, Console console) {
    this.tree = tree;
    this.judge = judge;
    this.printer = printer;
    this.console = console;
  }

  /** Returns only by being interrupted. */
  void run(boolean everyEarlierOne) throws InterruptedException {
    console.narrate("Watching " + tree.root() + "; Ctrl-C ends it.");
    while (true) {
      String saved = saved();
      Optional<Verdict> verdict = judge(saved, everyEarlierOne);
      if (verdict.isPresent()) {
        printer.print(verdict.get(), tree.current(), false);
        console.narrate("Waiting for the next save ...");
        awaitAnother(saved);
      }
    }
  }

  /** Empty if something was saved before there was a verdict. */
  private Optional<Verdict> judge(String saved, boolean everyEarlierOne)
      throws InterruptedException {
    Checkpoint current = tree.current();
    Tree files = tree.files();
    long quiet = System.nanoTime() + QUIET.toNanos();
    return unlessSaved(
        saved, () -> judge.judgeSave(files, current, everyEarlierOne, () -> awaitTime(quiet)));
  }

  /** What is at work is interrupted by the next save, so time alone tells that there was none. */
  private static void awaitTime(long nanos) throws InterruptedException {
    long left = nanos - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private Optional<Verdict> unlessSaved(String saved, Callable<Verdict> work)
      throws InterruptedException {
    Future<Verdict> verdict = worker.submit(work);
    while (!verdict.isDone()) {
      Thread.sleep(PAUSE_MILLIS);
      if (!saved().equals(saved)) {
        verdict.cancel(true);
        return Optional.empty();
      }
    }
    try {
      return Optional.of(verdict.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException unexpected) {
        throw unexpected;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void awaitAnother(String saved) throws InterruptedException {
    while (saved().equals(saved)) {
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Changes with each save: names, sizes and times of the learner's files. */
  private String saved() {
    var all = new StringBuilder(tree.current().slug());
    try {
      Files.walkFileTree(
          tree.root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes found) {
              return isTheLearners(directory)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
              all.append(file).append(found.size()).append(found.lastModifiedTime().toMillis());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  private boolean isTheLearners(Path directory) {
    String name = directory.getFileName().toString();
    return directory.equals(tree.root())
        || !name.startsWith(".") && !NOT_THE_LEARNERS.contains(name);
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
