package com.gopher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * Which tables of the common schema a module may add rows to: those whose rows it makes by what its
 * classes do. It is read from them, so that a module which begins to publish has to declare
 * nothing, and one which does not publish can forge no record.
 */
final class Appenders {

  private static final String PUBLISHED = "event_publication";

  /** Its rows are made by who listens, and it comes with the table of what is published. */
  private static final String FINISHED = "finished_publication";

  /** What a class uses whose module makes rows of a table; what publishes may do so indirectly. */
  private static final Map<String, List<String>> MADE_BY =
      Map.of(
          PUBLISHED,
          List.of(
              "org/springframework/context/ApplicationEventPublisher",
              "org/springframework/context/ApplicationContext"),
          FINISHED,
          List.of(
              "org/springframework/modulith/events/ApplicationModuleListener",
              "org/springframework/transaction/event/TransactionalEventListener"),
          "outbox",
          List.of("org/springframework/modulith/events/Externalized"));

  private Appenders() {}

  /** The tables of a common schema to which modules may add rows, of those that are named. */
  static List<String> all(List<String> appendable) {
    return appendable.contains(PUBLISHED)
        ? Stream.concat(appendable.stream(), Stream.of(FINISHED)).distinct().toList()
        : appendable;
  }

  /**
   * Returns those of the tables to which the classes of a package add rows. A table of which
   * nothing is known here is open to every module: the application has declared it to be.
   */
  static List<String> tablesOf(String packageName, List<String> appendable) {
    List<String> classes = classesOf(packageName);
    return appendable.stream()
        .filter(
            table ->
                !MADE_BY.containsKey(table)
                    || MADE_BY.get(table).stream()
                        .anyMatch(used -> classes.stream().anyMatch(it -> it.contains(used))))
        .toList();
  }

  /** The names in a class file are plain text. */
  private static List<String> classesOf(String packageName) {
    String pattern =
        ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
            + ClassUtils.convertClassNameToResourcePath(packageName)
            + "/**/*.class";
    try {
      List<String> classes = new ArrayList<>();
      for (Resource resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        classes.add(resource.getContentAsString(StandardCharsets.ISO_8859_1));
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the classes of " + packageName, e);
    }
  }
}
