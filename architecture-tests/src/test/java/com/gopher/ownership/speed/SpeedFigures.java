package com.gopher.ownership.speed;

import com.gopher.ownership.DataOwnership;
import com.gophershop.GopherShop;
import com.sun.management.OperatingSystemMXBean;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No test by its name, so that a build does not run it: {@code -Dtest=SpeedFigures} does. Measures
 * CPU seconds, each run in a JVM of its own with 512 MB of heap, in the order A B B A. The large
 * applications are made of 5,000 and 10,000 classes of the Spring and Hibernate jars on the class
 * path: real code, whose modules are the packages below {@code org.springframework}.
 */
class SpeedFigures {

  private static final int CLASSES = 5_000;
  private static final int MANY_CLASSES = 10_000;

  /**
   * What the measured processes run.
   *
   * @param arguments what to do, and on which application
   */
  public static void main(String[] arguments) {
    runOne(arguments[0], Path.of(arguments[1]));
  }

  @Test
  void areWritten() throws IOException, InterruptedException {
    Path file = Path.of("..", "docs", "results", "data-ownership-speed.md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text());
  }

  private static String text() throws IOException, InterruptedException {
    Path large = application(CLASSES);
    Path larger = application(MANY_CLASSES);
    Path shop =
        Path.of(GopherShop.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    List<Double> archUnit = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    for (String what : List.of("import", "inspect", "inspect", "import", "import", "inspect")) {
      (what.equals("import") ? archUnit : ours).add(cpuSeconds(what, large));
    }
    double shopSeconds = cpuSeconds("shop", shop);
    double largerSeconds = cpuSeconds("inspect", larger);
    return """
        # What the inspection costs

        Written by `SpeedFigures` on %s, JDK %s, %d processors, -Xmx512m; CPU seconds of whole processes, JVM start included.

        | what | median | all runs |
        |---|---|---|
        | ArchUnit imports %d classes | %.1f | %s |
        | the rules inspect the same classes | %.1f | %s |
        | ratio (at most 1.5) | %.2f | |
        | the rules inspect %d classes | %.1f | |
        | the rules inspect the shop (under 5) | %.1f | |
        """
        .formatted(
            LocalDate.now(),
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            CLASSES,
            median(archUnit),
            shown(archUnit),
            median(ours),
            shown(ours),
            median(ours) / median(archUnit),
            MANY_CLASSES,
            largerSeconds,
            shopSeconds);
  }

  private static void runOne(String what, Path application) {
    switch (what) {
      case "import" -> new ClassFileImporter().importPath(application);
      case "inspect" -> DataOwnership.of(application).basePackage("org.springframework").inspect();
      default -> DataOwnership.of(application).inspect();
    }
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println("CPU " + system.getProcessCpuTime() / 1e9);
  }

  private static double cpuSeconds(String what, Path application)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SpeedFigures.class.getName(),
                what,
                application.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    String line = output.lines().filter(each -> each.startsWith("CPU ")).findFirst().orElseThrow();
    return Double.parseDouble(line.substring("CPU ".length()));
  }

  private static Path application(int classes) throws IOException {
    Path directory = Files.createTempDirectory("large");
    Files.writeString(
        directory.resolve("data-ownership.yml"),
        "modules:\n  jdbc: {schemas: [orders]}\n  web: {schemas: [billing]}\n  data: {schemas: [customers]}\n");
    int left = classes;
    for (String family : List.of("spring", "hibernate")) {
      for (String entry :
          System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
        if (entry.matches(".*/" + family + "-[^/]*\\.jar") && left > 0) {
          left = copy(entry, directory, left);
        }
      }
    }
    if (left > 0) {
      throw new IllegalStateException("The class path holds " + left + " classes too few.");
    }
    return directory;
  }

  private static int copy(String jar, Path directory, int limit) throws IOException {
    int left = limit;
    try (JarFile file = new JarFile(jar);
        Stream<JarEntry> entries = file.stream()) {
      for (JarEntry entry :
          entries
              .filter(
                  each -> each.getName().matches("org/(?:springframework|hibernate)/.*\\.class"))
              .toList()) {
        Path target = directory.resolve(entry.getName());
        if (left > 0 && !Files.exists(target)) {
          Files.createDirectories(target.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
          left--;
        }
      }
    }
    return left;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String shown(List<Double> values) {
    return String.join(
        ", ", values.stream().map(value -> String.format(Locale.ROOT, "%.1f", value)).toList());
  }
}
