package com.gopher.ownership.gallery;

import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.report.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles samples, each once, into a directory of its own, and inspects them together with the
 * ground.
 */
public final class Workshop {

  private final Path directory;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ROOT, null);
  private final Map<Sample, Path> built = new HashMap<>();
  private final List<Path> shared = new ArrayList<>();
  private final Path ground;

  public Workshop(Path directory) {
    this.directory = directory;
    this.ground = build("ground", Ground.sources(), Ground.resources());
    this.shared.add(ground);
  }

  /** The directory of the sample's own classes and resources. */
  public Path build(Sample sample) {
    return built.computeIfAbsent(
        sample, each -> build("sample" + built.size(), each.sources(), each.resources()));
  }

  public Path ground() {
    return ground;
  }

  public Report inspect(Sample sample) {
    return DataOwnership.of(build(sample), ground).inspect();
  }

  public Report inspectWithout(Rule rule, Sample sample) {
    return DataOwnership.of(build(sample), ground).without(rule).inspect();
  }

  private Path build(String name, Map<String, String> sources, Map<String, String> resources) {
    try {
      Path output = Files.createDirectories(directory.resolve(name));
      for (Map.Entry<String, String> resource : resources.entrySet()) {
        Path file = output.resolve(resource.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, resource.getValue());
      }
      if (!sources.isEmpty()) {
        compile(name, sources, output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(String name, Map<String, String> sources, Path output) throws IOException {
    List<Path> classPath = new ArrayList<>(shared);
    for (String entry :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      if (entry.endsWith(".jar")) {
        classPath.add(Path.of(entry));
      }
    }
    files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new Source(path, text)));
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options = List.of("--release", "17", "-g", "-parameters", "-proc:none", "-nowarn");
    if (!compiler.getTask(null, files, problems, options, null, units).call()) {
      List<Diagnostic<? extends JavaFileObject>> errors =
          problems.getDiagnostics().stream()
              .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
              .toList();
      throw new IllegalStateException("The sample in " + name + " does not compile: " + errors);
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
