package com.gopher.course.check;

import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import com.gopher.launcher.console.CouldNotRun;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles one of the learner's programs in this process, with the options of the tree's pom, from
 * a copy: the learner's directory is only read.
 */
final class Compilation {

  private final Program program;
  private final Path sources;
  private final Path classes;

  /**
   * @param work a directory that may be written into
   */
  Compilation(Program program, Path work) {
    this.program = program;
    this.sources = work.resolve("sources").resolve(program.folder());
    this.classes = work.resolve("classes").resolve(program.folder());
  }

  /**
   * @throws Failed with the first error, if there is one
   */
  CompiledProgram run(Tree files, List<Path> libraries) throws Failed {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CouldNotRun(
          "The Java that runs this has no compiler. Nothing was checked. Set SHOP_JAVA_HOME to a JDK, and run the same command again.");
    }
    Tree java = below(sourceFolder(), files).only(path -> path.endsWith(".java"));
    Directory.write(java, sources);
    Directory.write(below(program.main() + "resources/", files), classes);
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    try (var manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      var units =
          manager.getJavaFileObjectsFromPaths(java.paths().stream().map(sources::resolve).toList());
      boolean compiles =
          compiler
              .getTask(new StringWriter(), manager, diagnostics, options(libraries), null, units)
              .call();
      if (!compiles) {
        throw new Failed(failure(diagnostics.getDiagnostics()));
      }
      return new CompiledProgram(program, classes, libraries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> options(List<Path> libraries) {
    return List.of(
        "-d",
        classes.toString(),
        "-classpath",
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
        "-parameters",
        "--release",
        "17",
        "-proc:none",
        "-Xlint:none",
        "-g");
  }

  private static Tree below(String prefix, Tree files) {
    Tree found = Tree.empty();
    for (String path : files.paths()) {
      if (path.startsWith(prefix)) {
        found = found.with(path.substring(prefix.length()), files.file(path).orElseThrow());
      }
    }
    return found;
  }

  private Failure failure(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    var errors = new ArrayList<String>();
    String place = null;
    for (var diagnostic : diagnostics) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        String where = place(diagnostic);
        place = place == null ? where : place;
        errors.add(where + ": " + diagnostic.getMessage(Locale.ROOT));
      }
    }
    return new Failure(
        "The " + program.title() + " compiles.",
        errors.size() == 1
            ? "The compiler reports an error."
            : "The compiler reports " + errors.size() + " errors.",
        place,
        "Mend the first one; the others often follow from it.",
        String.join("\n", errors));
  }

  private String place(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getSource() == null) {
      return program.folder();
    }
    Path file = Path.of(diagnostic.getSource().toUri());
    return sourceFolder()
        + sources.toAbsolutePath().relativize(file).toString().replace(File.separatorChar, '/')
        + ":"
        + diagnostic.getLineNumber();
  }

  private String sourceFolder() {
    return program.main() + "java/";
  }
}
