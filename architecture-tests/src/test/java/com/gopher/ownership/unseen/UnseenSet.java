package com.gopher.ownership.unseen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What one author wrote. It lies in one file for each kind; a line with four equals signs begins a
 * case, one with four hyphens a file of it. All are compiled at once, as each has a package of its
 * own.
 */
final class UnseenSet {

  /** The directories of the sets, the oldest first. */
  static final List<String> SETS = List.of("first", "second", "third", "fourth", "fifth");

  static final List<String> KINDS = List.of("a1", "a2", "a3", "a4", "b5", "b6", "b7", "b8", "b9");
  private static final String CASE = "==== ";
  private static final String FILE = "---- ";

  private UnseenSet() {}

  static List<UnseenCase> all() {
    return SETS.stream().flatMap(set -> of(set).stream()).toList();
  }

  /**
   * @param set the name of its directory
   */
  static List<UnseenCase> of(String set) {
    return KINDS.stream().flatMap(kind -> of(set, kind).stream()).toList();
  }

  /**
   * @param kind the name of a file in the set's directory
   */
  static List<UnseenCase> of(String set, String kind) {
    List<UnseenCase> cases = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    String path = "";
    for (String line : text(set + "/" + kind + ".txt").lines().toList()) {
      if (line.startsWith(CASE)) {
        files = new LinkedHashMap<>();
        cases.add(begun(line.substring(CASE.length()), kind, files));
      } else if (line.startsWith(FILE)) {
        path = line.substring(FILE.length());
      } else {
        files.merge(path, line + "\n", String::concat);
      }
    }
    return cases;
  }

  private static UnseenCase begun(String head, String kind, Map<String, String> files) {
    String[] cells = head.split("\\s*\\|\\s*");
    return new UnseenCase(
        cells[0], kind, cells[1].equals("attack"), cells[2], cells[3], cells[4], files);
  }

  private static String text(String resource) {
    try (InputStream in = UnseenSet.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds every case into a directory of its name. */
  static void build(List<UnseenCase> cases, Path directory) throws IOException {
    Path together = Files.createDirectories(directory.resolve("together"));
    compile(cases, together);
    for (UnseenCase each : cases) {
      Path built = Files.createDirectories(directory.resolve(each.name()));
      for (Map.Entry<String, String> file : each.files().entrySet()) {
        Path target = built.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        if (!file.getKey().endsWith(".java")) {
          Files.writeString(target, file.getValue());
        } else if (Files.isDirectory(together.resolve(file.getKey()).getParent())) {
          moveClasses(together.resolve(file.getKey()).getParent(), target.getParent());
        }
      }
    }
  }

  private static void moveClasses(Path from, Path to) throws IOException {
    try (Stream<Path> compiled = Files.list(from)) {
      for (Path each : compiled.filter(Files::isRegularFile).toList()) {
        Files.move(each, to.resolve(each.getFileName()));
      }
    }
  }

  private static void compile(List<UnseenCase> cases, Path output) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> sources = new ArrayList<>();
    for (UnseenCase each : cases) {
      each.files().entrySet().stream()
          .filter(file -> file.getKey().endsWith(".java"))
          .forEach(file -> sources.add(new Source(file.getKey(), file.getValue())));
    }
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      List<String> options =
          List.of("--release", "17", "-g", "-parameters", "-proc:none", "-nowarn");
      if (!compiler.getTask(null, files, problem -> {}, options, null, sources).call()) {
        throw new IllegalStateException("The unseen set does not compile.");
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
