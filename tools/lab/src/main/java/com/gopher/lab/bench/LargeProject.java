package com.gopher.lab.bench;

import com.gopher.launcher.jvm.Jdk;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A project as large as somebody has who thinks about a move: compiled classes with SQL, and a
 * history. The same numbers make the same classes and changes; the commits lie in the year before
 * now, at which an adviser looks.
 */
record LargeProject(int classes, int commits) {

  private static final int MODULES = 20;
  private static final int PEOPLE = 80;
  private static final int CHANGED = 4;

  /** One class of so many reads the table of the next module. */
  private static final int CROSSING = 40;

  private static final Duration A_YEAR = Duration.ofDays(360);

  List<String> modules() {
    return IntStream.range(0, MODULES).mapToObj(LargeProject::module).toList();
  }

  private static String module(int number) {
    return "module" + (char) ('a' + number % MODULES);
  }

  BenchmarkText describedIn(BenchmarkText text) {
    return text.with("classes", classes)
        .with("modules", MODULES)
        .with("commits", commits)
        .with("people", PEOPLE)
        .with("changed", CHANGED);
  }

  /**
   * Writes it, compiles it, and makes its history with git.
   *
   * @throws IOException if there is no git, or one of the commands fails
   */
  void make(Path root, Workplace workplace) throws IOException, InterruptedException {
    List<String> files = write(root);
    compile(root, files, workplace);
    run(root, workplace, "git", "init", "-q", "-b", "main");
    Path stream = root.resolveSibling("history");
    writeHistory(stream, files);
    run(
        root,
        workplace,
        "sh",
        "-c",
        "git fast-import --quiet < \"$1\" && git reset -q",
        "sh",
        stream.toString());
  }

  private List<String> write(Path root) throws IOException {
    var files = new ArrayList<String>();
    var tables = new StringBuilder();
    for (int number = 0; number < MODULES; number++) {
      String module = module(number);
      tables.append("CREATE TABLE %1$s.%1$s_row (id BIGINT PRIMARY KEY);\n".formatted(module));
      put(root, module + "/package-info.java", "package com.large." + module + ";\n");
    }
    Path schema = root.resolve("src/main/resources/schema.sql");
    Files.createDirectories(schema.getParent());
    Files.writeString(schema, tables);
    Files.writeString(root.resolve("pom.xml"), "<project/>\n");
    for (int number = 0; number < classes; number++) {
      String module = module(number);
      String read = number % CROSSING == 0 ? module(number + 1) : module;
      files.add(
          put(
              root,
              module + "/Part" + number + ".java",
              """
              package com.large.%s;

              public class Part%s {
                public int count(java.sql.Statement statement) throws java.sql.SQLException {
                  return statement.executeUpdate("UPDATE %s.%s_row SET id = id WHERE id = 1");
                }
              }
              """
                  .formatted(module, number, read, read)));
    }
    return files;
  }

  private static String put(Path root, String path, String text) throws IOException {
    String file = "src/main/java/com/large/" + path;
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
    return file;
  }

  private static void compile(Path root, List<String> files, Workplace workplace)
      throws IOException, InterruptedException {
    Path arguments = root.resolveSibling("sources");
    Files.write(arguments, files);
    Path javac = Path.of(Jdk.current().java()).resolveSibling("javac");
    run(
        root,
        workplace,
        javac.toString(),
        "-g",
        "-nowarn",
        "-d",
        "target/classes",
        "@" + arguments);
    Files.createDirectories(root.resolve("target/classes"));
    Files.copy(
        root.resolve("src/main/resources/schema.sql"), root.resolve("target/classes/schema.sql"));
  }

  /** In the words of {@code git fast-import}. */
  private void writeHistory(Path stream, List<String> files) throws IOException {
    var random = new SplittableRandom(1);
    long now = Instant.now().getEpochSecond();
    try (BufferedWriter out = Files.newBufferedWriter(stream, StandardCharsets.UTF_8)) {
      for (int number = 0; number < commits; number++) {
        int person = random.nextInt(PEOPLE);
        long at = now - A_YEAR.toSeconds() * (commits - number) / commits;
        String message = "Change " + number;
        out.write("commit refs/heads/main\n");
        out.write(
            "committer Person %1$s <person%1$s@large.example> %2$s +0000%n"
                .formatted(person, at)
                .replace("\r", ""));
        out.write("data " + message.length() + "\n" + message + "\n");
        for (int change = 0; change < CHANGED; change++) {
          String content = "// " + number + "." + change;
          out.write("M 100644 inline " + files.get(random.nextInt(files.size())) + "\n");
          out.write("data " + content.length() + "\n" + content + "\n");
        }
      }
    }
  }

  private static void run(Path root, Workplace workplace, String... words)
      throws IOException, InterruptedException {
    TypedCommand ran = TypedCommand.run(root, List.of(words), workplace);
    if (ran.exit() != 0) {
      throw new IOException(words[0] + " ended with " + ran.exit() + ": " + ran.output().strip());
    }
  }

  @Override
  public String toString() {
    return classes + " classes and " + commits + " commits";
  }
}
