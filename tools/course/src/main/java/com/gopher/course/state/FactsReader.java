package com.gopher.course.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code checkpoint.yml}, strictly: a misspelt key is an error and not a default. */
final class FactsReader {

  private static final Set<String> KEYS = Set.of("title", "minutes", "edit", "needs", "question");

  private final Path file;
  private final Map<?, ?> values;

  private FactsReader(Path file, Map<?, ?> values) {
    this.file = file;
    this.values = values;
  }

  static CheckpointFacts read(Path file) {
    Object content;
    try {
      content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!(content instanceof Map<?, ?> values)) {
      throw new UnusableCourseException(file + " holds no keys.");
    }
    var reader = new FactsReader(file, values);
    reader.refuseUnknownKeys();
    return new CheckpointFacts(
        reader.text("title"),
        reader.number("minutes"),
        reader.list("edit"),
        reader.list("needs"),
        reader.text("question"));
  }

  private void refuseUnknownKeys() {
    var unknown = new TreeSet<String>();
    values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new UnusableCourseException(file + " has keys that mean nothing: " + unknown + ".");
    }
  }

  private String text(String key) {
    if (values.get(key) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw new UnusableCourseException(file + " has no text for " + key + ".");
  }

  private int number(String key) {
    if (values.get(key) instanceof Integer number) {
      return number;
    }
    throw new UnusableCourseException(file + " has no whole number for " + key + ".");
  }

  private List<String> list(String key) {
    Object value = values.containsKey(key) ? values.get(key) : List.of();
    if (value instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    throw new UnusableCourseException(file + " has no list for " + key + ".");
  }
}
