package com.gopher.course.runner;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that has the libraries, and hosts one state of the learner's classes after another, each in
 * a class loader of its own. It stops when there is no tool any more to read commands from.
 */
public final class StateHost {

  /** Between the words of {@code run}: no path and no setting has it. */
  public static final String BETWEEN = "\u001f";

  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 20;

  private final Answers answers = new Answers();
  private @Nullable Stay stay;

  /** One guest, from its first word to its last. */
  private record Stay(Guest guest, Thread thread, URLClassLoader loader, Properties before) {}

  private StateHost() {}

  public static void main(String[] arguments) throws IOException {
    var host = new StateHost();
    try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        host.obey(Answers.unfold(line));
      }
    }
    // The tool is gone, or done.
    Runtime.getRuntime().halt(0);
  }

  private void obey(String line) {
    try {
      if (line.startsWith("run" + BETWEEN)) {
        begin(List.of(line.split(BETWEEN, -1)));
      } else if (line.equals("stop")) {
        answers.say(isEnded() ? "stopped" : "goes on: " + threadsOfTheLearner());
      } else if (stay != null) {
        stay.guest().obey(line);
      }
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      answers.say("failed " + e);
    }
  }

  /**
   * @param words the command, where the learner's classes are, the guest, and its arguments
   */
  private void begin(List<String> words) throws ReflectiveOperationException, IOException {
    var loader =
        new URLClassLoader(
            new URL[] {Path.of(words.get(1)).toUri().toURL()}, StateHost.class.getClassLoader());
    Guest guest = (Guest) Class.forName(words.get(2)).getDeclaredConstructor().newInstance();
    var thread = new Thread(() -> run(guest, words.subList(3, words.size())), "guest");
    thread.setContextClassLoader(loader);
    Thread.currentThread().setContextClassLoader(loader);
    stay = new Stay(guest, thread, loader, (Properties) System.getProperties().clone());
    thread.start();
  }

  private void run(Guest guest, List<String> arguments) {
    try {
      guest.run(arguments);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      answers.say("failed " + e);
    }
  }

  /** True if the next guest would find nothing of this one: no thread, no setting. */
  private boolean isEnded() throws IOException {
    if (stay == null) {
      return true;
    }
    stay.guest().end();
    long end = System.nanoTime() + TO_END.toNanos();
    while (!threadsOfTheLearner().isEmpty()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause();
    }
    System.setProperties(stay.before());
    Thread.currentThread().setContextClassLoader(StateHost.class.getClassLoader());
    stay.loader().close();
    stay = null;
    return true;
  }

  private String threadsOfTheLearner() {
    return stay == null
        ? ""
        : Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread != Thread.currentThread())
            .filter(thread -> thread.getContextClassLoader() == stay.loader())
            .map(Thread::getName)
            .sorted()
            .collect(Collectors.joining(", "));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
