package com.gopher.advise;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.advise.history.MadeUpHistory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/**
 * A small application, written, committed and compiled here. Annotations are known by their simple
 * names.
 */
final class MadeUpProject {

  private static final String FRAMEWORK =
      """
      package org.framework;
      public class Notes {
        public @interface SpringBootApplication {}
        public @interface Transactional {}
        public @interface ApplicationModuleListener {}
        public @interface GetMapping { String[] value(); }
      }
      """;

  private final Path root;
  private final MadeUpHistory history;
  private final Map<String, String> sources = new LinkedHashMap<>();

  private MadeUpProject(Path root) {
    this.root = root;
    this.history = MadeUpHistory.in(root, Instant.parse("2026-03-01T00:00:00Z"));
    history.with("README.md", "A shop").commit("Ada", "ada@acme.example", "Begin");
  }

  static MadeUpProject in(Path root) {
    return new MadeUpProject(root);
  }

  /** A source file; its path follows from its package. */
  MadeUpProject source(String build, String source) throws IOException {
    String name = source.replaceAll("(?s).*?public (?:class|record|interface) (\\w+).*", "$1");
    String folder = source.replaceAll("(?s)package ([\\w.]+);.*", "$1").replace('.', '/');
    String file = build + "src/main/java/" + folder + "/" + name + ".java";
    sources.put(file, source);
    write(file, source);
    history.with(file, source);
    return this;
  }

  MadeUpProject file(String file, String text) throws IOException {
    write(file, text);
    history.with(file, text);
    return this;
  }

  MadeUpProject commitBy(String name) {
    history.commit(name, name + "@acme.example", "Change");
    return this;
  }

  /** As many people as wanted change a file, each once. */
  MadeUpProject changedBy(int people, String file) {
    for (int i = 0; i < people; i++) {
      history.with(file, sources.getOrDefault(file, "") + "// " + i);
      commitBy("dev" + i);
    }
    return this;
  }

  /** Compiles each Maven module into its own output. */
  MadeUpProject compiled() throws IOException {
    Map<String, List<String>> byBuild = new LinkedHashMap<>();
    sources
        .keySet()
        .forEach(
            file ->
                byBuild
                    .computeIfAbsent(file.replaceAll("src/main/.*", ""), it -> new ArrayList<>())
                    .add(root.resolve(file).toString()));
    List<String> all = new ArrayList<>();
    Path framework = Files.createTempDirectory(root.getParent(), "framework");
    Path notes = Files.writeString(framework.resolve("Notes.java"), FRAMEWORK);
    compile(framework, framework.toString(), List.of(notes.toString()));
    all.add(framework.toString());
    for (var build : byBuild.entrySet()) {
      Path classes = Files.createDirectories(root.resolve(build.getKey() + "target/classes"));
      compile(classes, String.join(File.pathSeparator, all), build.getValue());
      all.add(classes.toString());
    }
    return this;
  }

  private static void compile(Path classes, String classPath, List<String> files) {
    List<String> arguments =
        new ArrayList<>(List.of("-g", "-cp", classPath, "-d", classes.toString()));
    arguments.addAll(files);
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
