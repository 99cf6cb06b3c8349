package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Main code is written in pieces that fit a screen or two. */
class SizeTest {

  private static final int LINES_OF_A_FILE = 400;

  @ParameterizedTest
  @CsvSource({
    "monolith, 40",
    "extracted-tracker, 40",
    "gateway, 40",
    "foundation, 40",
    "data-ownership, 60",
    "tools/launcher, 60",
    "tools/lab, 60",
    "tools/cli, 60",
    "tools/git, 60",
    "tools/course, 60",
    "tools/advise, 60",
    "tools/distributed-monolith, 60",
    "tools/tracing, 60",
    "tools/discovery, 60",
    "tools/sabotage, 60"
  })
  void noFileAndNoMethodIsTooLong(String module, int linesOfAMethod) throws IOException {
    assertThat(tooLong(Repository.file(module + "/src/main/java"), linesOfAMethod)).isEmpty();
  }

  @Test
  void aLongFileAndALongMethodAreFound(@TempDir Path directory) throws IOException {
    String method = "  void run() {\n" + "    call();\n".repeat(420) + "  }\n";
    Files.writeString(directory.resolve("Long.java"), "class Long {\n" + method + "}\n");

    assertThat(tooLong(directory, 60)).containsExactly("Long.java: 424", "Long.java#run: 422");
  }

  private static List<String> tooLong(Path folder, int linesOfAMethod) throws IOException {
    List<Path> sources;
    try (var files = Files.walk(folder)) {
      sources = files.filter(it -> it.toString().endsWith(".java")).sorted().toList();
    }
    List<String> found = new ArrayList<>();
    for (Path source : sources) {
      int lines = Files.readAllLines(source).size();
      if (lines > LINES_OF_A_FILE) {
        found.add(source.getFileName() + ": " + lines);
      }
    }
    found.addAll(longMethods(sources, linesOfAMethod));
    return found;
  }

  private static List<String> longMethods(List<Path> sources, int limit) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      List<String> found = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(unit, Trees.instance(task), limit, found).scan(unit, null);
      }
      return found;
    }
  }

  private static final class Methods extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final int limit;
    private final List<String> found;

    Methods(CompilationUnitTree unit, Trees trees, int limit, List<String> found) {
      this.unit = unit;
      this.trees = trees;
      this.limit = limit;
      this.found = found;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      var positions = trees.getSourcePositions();
      long lines =
          line(positions.getEndPosition(unit, method))
              - line(positions.getStartPosition(unit, method))
              + 1;
      if (lines > limit) {
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        found.add(file + "#" + method.getName() + ": " + lines);
      }
      return super.visitMethod(method, nothing);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
