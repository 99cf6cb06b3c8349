package com.gopher.cli.journey;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tells a sentence once it has become true, and not before. */
final class Storyteller {

  private static final long POLL_MILLIS = 25;

  private final Consumer<String> listener;
  private final Duration patience;

  /**
   * @param patience how long a sentence may take to become true
   */
  Storyteller(Consumer<String> listener, Duration patience) {
    this.listener = listener;
    this.patience = patience;
  }

  /** For what is true as soon as it was done. */
  <T> T tell(String sentence, Supplier<T> deed) {
    T result = deed.get();
    listener.accept(sentence);
    return result;
  }

  /** For what others bring about: looks again until it is true. */
  <T> T await(String sentence, Supplier<T> look, Predicate<T> isTrue) {
    T seen = awaitSilently(sentence, look, isTrue);
    listener.accept(sentence);
    return seen;
  }

  /** The same for a step on the way that is no sentence of the story. */
  <T> T awaitSilently(String sentence, Supplier<T> look, Predicate<T> isTrue) {
    long end = System.nanoTime() + patience.toNanos();
    T seen = look.get();
    while (!isTrue.test(seen)) {
      if (System.nanoTime() > end) {
        throw new JourneyEnded(
            "After %s s this was still not true: \"%s\" What was seen instead: %s"
                .formatted(patience.toSeconds(), sentence, seen));
      }
      pause();
      seen = look.get();
    }
    return seen;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JourneyEnded("Interrupted.", e);
    }
  }
}
