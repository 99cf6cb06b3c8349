package com.gopher.course.exercise;

import com.gopher.course.check.Net;
import com.gopher.course.state.UnusableCourseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads {@code exercise.yml}, strictly: a misspelt key is an error and not a default. */
final class ExerciseReader {

  static final String FILE = "exercise.yml";

  private static final Set<String> KEYS = Set.of("title", "from", "net", "edits");
  private static final Set<String> EDIT_KEYS = Set.of("file", "old", "now");

  private final Path file;

  private ExerciseReader(Path file) {
    this.file = file;
  }

  static Exercise read(Path folder) {
    return new ExerciseReader(folder.resolve(FILE)).exercise(folder);
  }

  private Exercise exercise(Path folder) {
    Map<?, ?> values = map(load(), KEYS);
    String net = text(values, "net");
    return new Exercise(
        folder.getFileName().toString(),
        folder,
        text(values, "title"),
        text(values, "from"),
        net.equals(Answer.INNOCENT) ? Optional.empty() : Optional.of(net(net)),
        edits(values.get("edits")));
  }

  private Net net(String word) {
    return Net.called(word)
        .orElseThrow(() -> new UnusableCourseException(file + " has no net called " + word + "."));
  }

  private List<Exercise.Edit> edits(Object value) {
    var edits = new ArrayList<Exercise.Edit>();
    if (value instanceof List<?> items) {
      for (Object item : items) {
        Map<?, ?> edit = map(item, EDIT_KEYS);
        Object now = edit.get("now");
        edits.add(
            new Exercise.Edit(
                text(edit, "file"), text(edit, "old"), now == null ? "" : String.valueOf(now)));
      }
    }
    return edits;
  }

  private Object load() {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<?, ?> map(Object value, Set<String> keys) {
    if (value instanceof Map<?, ?> map && keys.containsAll(map.keySet())) {
      return map;
    }
    throw new UnusableCourseException(file + " may only have the keys " + keys + ".");
  }

  private String text(Map<?, ?> values, String key) {
    if (values.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new UnusableCourseException(file + " has no text for " + key + ".");
  }
}
