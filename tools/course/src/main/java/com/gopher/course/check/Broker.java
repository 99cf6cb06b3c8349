package com.gopher.course.check;

import com.gopher.course.runner.BrokerHost;
import com.gopher.course.tree.CourseHome;
import com.gopher.lab.topic.TopicReader;
import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.process.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka of the checks: a real one, started for the first check that asks, shared by all others
 * of this program, ended with it. Each check gets it empty.
 */
final class Broker {

  private static final Duration START = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 50;

  /**
   * @param address as a client of Kafka is told it
   */
  private record Running(Neighbour process, String address) {}

  /** One for the whole program: to start it takes longer than most checks. */
  private static @Nullable Running shared;

  private final Path libraries;
  private final Path cache;
  private final List<Path> judges;
  private final Consumer<String> narrator;

  /**
   * @param judges the class path of the tool's programs that run as processes of their own
   */
  Broker(CourseHome home, List<Path> judges, Consumer<String> narrator) {
    this.libraries = home.root().resolve("tools").resolve("broker").resolve("target/lib");
    this.cache = home.cache();
    this.judges = judges;
    this.narrator = narrator;
  }

  /**
   * Its address, when nothing of earlier checks is left in it.
   *
   * @param topics made anew, with as many partitions as the contract gives them
   * @throws CouldNotRun if it was not built, or does not start
   */
  String emptied(String... topics) throws InterruptedException {
    synchronized (Broker.class) {
      if (shared == null || !shared.process().isAlive()) {
        narrator.accept("Starting Kafka for the checks ...");
        shared = start();
      }
      BrokerContent.replace(shared.address(), List.of(topics));
      return shared.address();
    }
  }

  /** The same with all topics of the contract. */
  String emptiedForACity() throws InterruptedException {
    return emptied(
        TopicReader.ORDERS,
        TopicReader.deadLetters(TopicReader.ORDERS),
        TopicReader.SHIPMENTS,
        TopicReader.deadLetters(TopicReader.SHIPMENTS));
  }

  /** Ends it, if it was started; the next check that asks starts another. */
  static void end() {
    synchronized (Broker.class) {
      if (shared != null) {
        shared.process().finish();
        shared = null;
      }
    }
  }

  private Running start() throws InterruptedException {
    String lastWords = "";
    // Between the look for a free port and the start somebody else may have taken it.
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Path directory = newDirectory();
      Neighbour process =
          Neighbour.start(directory, classPath(), BrokerHost.class, List.of(directory.toString()));
      Runtime.getRuntime().addShutdownHook(new Thread(process::finish, "end of the broker"));
      String answer = process.answer(START).orElse("");
      String address = "127.0.0.1:" + answer.substring(answer.indexOf(' ') + 1);
      if (answer.startsWith("listening ") && becomesReady(process, address)) {
        return new Running(process, address);
      }
      process.finish();
      Scratch.delete(directory);
      lastWords = process.log();
    }
    throw new CouldNotRun(
        "Kafka, which this check needs, did not start. Nothing was checked. What it said is below; run the same command again.\n"
            + lastWords);
  }

  private static boolean becomesReady(Neighbour process, String address)
      throws InterruptedException {
    Probe probe = Probe.of(URI.create("kafka://" + address), null);
    long end = System.nanoTime() + START.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      if (probe.isReady()) {
        return true;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return false;
  }

  private List<Path> classPath() {
    if (!Files.isDirectory(libraries)) {
      throw new CouldNotRun(
          libraries
              + " is missing, and this check needs Kafka. Nothing was checked. ./shop builds it when started as a script.");
    }
    try (Stream<Path> jars = Files.list(libraries)) {
      return Stream.concat(judges.stream(), jars.sorted()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its name says which process has made it. */
  private Path newDirectory() {
    try {
      Files.createDirectories(cache);
      return Files.createTempDirectory(cache, "kafka-" + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
