package com.gopher.lab.bench;

import com.gopher.lab.machine.Machine;
import com.gopher.lab.system.Directories;
import com.gopher.launcher.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a learner of the course waits for, and what the course needs. */
public final class CourseBenchmark implements Benchmark {

  private static final Set<String> CASTLE = Set.of("hall", "walls", "messengers", "locks");

  /** Their solution is a report that a learner measures, or a deletion. */
  private static final Set<String> WITHOUT_SOLUTION = Set.of("worth", "wing");

  private static final String SHEET = "answers/predictions.txt";
  private static final String SAVED =
      "monolith/src/main/java/com/gophershop/billing/Bookkeeper.java";

  private final Path clone;
  private final List<TypedCommand> checks = new ArrayList<>();
  private final List<TypedCommand> starts = new ArrayList<>();

  /**
   * @param clone with the script {@code shop}, and built
   */
  public CourseBenchmark(Path clone) {
    this.clone = clone;
  }

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    BenchmarkText text = BenchmarkText.of("course");
    Directories.delete(clone.resolve(".shop/course/passed"));
    var figures = new ArrayList<Row>();
    try (var workplace = new Workplace()) {
      List<String> slugs = slugs();
      long largest = 0;
      Path walls = workplace.directory("trees").resolve("walls");
      for (String slug : slugs) {
        console.narrate("Checkpoint " + slug + " ...");
        Path tree = workplace.directory("trees").resolve(slug);
        starts.add(type(clone, workplace, 0, "tutorial", "start", slug, tree.toString()));
        largest = Math.max(largest, bytes(tree));
        TypedCommand failing = check(tree, workplace, 1);
        figures.add(new Row(slug, keyOf(slug, ""), failing));
      }
      double first = starts.get(0).seconds() + figures.get(0).typed().seconds();
      text = text.figure("first", first).figure("start", slowest(starts));
      text = text.figure("tree", largest / 1e6);
      for (int number = 0; number < slugs.size(); number++) {
        String slug = slugs.get(number);
        if (!WITHOUT_SOLUTION.contains(slug)) {
          console.narrate("Checkpoint " + slug + ", solved ...");
          Path trees = workplace.directory("trees");
          solve(trees.resolve(slug), slug, trees.resolve(slugs.get(number + 1)), workplace);
          TypedCommand passing = check(trees.resolve(slug), workplace, 0);
          figures.add(new Row(slug, keyOf(slug, "-solved"), passing));
        }
      }
      console.narrate("Checkpoint walls, watched ...");
      text = text.figure("disk", (built() + bytes(clone.resolve(".shop/course"))) / 1e6);
      text =
          text.figure(
              "memory", checks.stream().mapToLong(TypedCommand::megabytes).max().orElseThrow());
      text = text.figure("watch", watched(walls, workplace));
    }
    for (Row row : figures) {
      text = text.figure(row.slug() + ": ", row.key(), row.typed().seconds());
      text = text.figure(row.slug() + ": ", "cpu", row.typed().cpuSeconds());
    }
    return text.report(machine);
  }

  private record Row(String slug, String key, TypedCommand typed) {}

  private static String keyOf(String slug, String suffix) {
    String shape = CASTLE.contains(slug) ? "castle" : "city";
    return slug.equals("walls") && suffix.isEmpty() ? "walls" : shape + suffix;
  }

  private static double slowest(List<TypedCommand> commands) {
    return commands.stream().mapToDouble(TypedCommand::seconds).max().orElseThrow();
  }

  /** In the order of the course. */
  private List<String> slugs() throws IOException {
    try (Stream<Path> folders = Files.list(clone.resolve("docs/tutorial"))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("\\d\\d-.*"))
          .sorted()
          .map(name -> name.substring(3))
          .toList();
    }
  }

  private TypedCommand check(Path tree, Workplace workplace, int expected)
      throws IOException, InterruptedException {
    TypedCommand check = type(tree, workplace, expected, "tutorial", "check");
    checks.add(check);
    return check;
  }

  private static TypedCommand type(Path in, Workplace workplace, int expected, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("./shop"));
    command.addAll(List.of(words));
    return expect(expected, TypedCommand.run(in, command, workplace), command);
  }

  private static TypedCommand expect(int exit, TypedCommand typed, List<String> command)
      throws IOException {
    if (typed.exit() != exit) {
      throw new IOException(
          String.join(" ", command)
              + " ended with "
              + typed.exit()
              + ": "
              + typed.output().strip());
    }
    return typed;
  }

  /** With the commit of the course's solution, which the next checkpoint's project has. */
  private void solve(Path tree, String slug, Path next, Workplace workplace)
      throws IOException, InterruptedException {
    String solution = "solution/" + slug;
    git(tree, workplace, "fetch", "-q", next.toString(), "tag", solution);
    git(tree, workplace, "checkout", "-q", solution, "--", ".");
    git(tree, workplace, "tag", "-d", solution);
    if (Files.exists(tree.resolve(SHEET))) {
      Path model = clone.resolve("docs/tutorial/08-drill/model/predictions.txt");
      Files.writeString(tree.resolve(SHEET), Files.readString(model));
    }
  }

  private static void git(Path in, Workplace workplace, String... words)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    expect(0, TypedCommand.run(in, command, workplace), command);
  }

  /**
   * From a save to its verdict, as it is from the second one on: by then the JVM that waits for the
   * learner's programs has hosted one.
   */
  private static double watched(Path walls, Workplace workplace) throws IOException {
    Process watch =
        new ProcessBuilder("./shop", "tutorial", "check", "--watch")
            .directory(walls.toFile())
            .redirectErrorStream(true)
            .start();
    workplace.atTheEnd(watch::destroy);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
      awaitVerdict(lines);
      save(walls);
      awaitVerdict(lines);
      long begin = System.nanoTime();
      save(walls);
      awaitVerdict(lines);
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      watch.destroy();
    }
  }

  private static void save(Path walls) throws IOException {
    Files.writeString(walls.resolve(SAVED), "\n", StandardOpenOption.APPEND);
  }

  private static void awaitVerdict(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Solved") || line.startsWith("Not yet")) {
        return;
      }
    }
    throw new IOException("check --watch ended without a verdict");
  }

  /** All but the gateway, before which no checkpoint stands. */
  private long built() throws IOException {
    long sum = 0;
    try (Stream<Path> targets = Files.walk(clone, 3)) {
      for (Path target : targets.filter(it -> it.endsWith("target")).toList()) {
        sum += target.startsWith(clone.resolve("gateway")) ? 0 : bytes(target);
      }
    }
    return sum;
  }

  private static long bytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
