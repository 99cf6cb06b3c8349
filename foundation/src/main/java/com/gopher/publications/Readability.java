package com.gopher.publications;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.util.ClassUtils;

/**
 * Finds out whether a stored event can be given to its listener. It may have been stored by another
 * version: with a class or a listener that has another name today, or with a value that this one
 * does not know. Spring Modulith reads events while it hands them out, and one that cannot be read
 * keeps it from handing out the others.
 */
final class Readability {

  private static final int LONGEST_REASON = 300;

  private final EventSerializer serializer;

  /** The application's: where another one has loaded this library, its own knows no event. */
  private final ClassLoader application =
      Objects.requireNonNull(ClassUtils.getDefaultClassLoader());

  private final Supplier<Set<String>> listeners;

  /**
   * @param listeners the ids of those that can be called
   */
  Readability(EventSerializer serializer, Supplier<Set<String>> listeners) {
    this.serializer = serializer;
    this.listeners = listeners;
  }

  /** In a sentence, why it cannot be given to its listener; empty if it can. */
  Optional<String> obstacle(StoredEvent stored) {
    Class<?> type;
    try {
      type = ClassUtils.forName(stored.eventType(), application);
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of("There is no event " + stored.eventType() + " in this version.");
    }
    try {
      serializer.deserialize(stored.serialized(), type);
    } catch (RuntimeException e) {
      return Optional.of("It cannot be read: " + firstLine(e));
    }
    return listeners.get().contains(stored.listener())
        ? Optional.empty()
        : Optional.of("There is no listener " + stored.listener() + " in this version.");
  }

  private static String firstLine(RuntimeException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
  }
}
