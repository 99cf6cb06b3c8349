package com.gopher.lab.compare;

import com.gopher.lab.compare.report.Report.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * What a reader needs to know besides the results, to repeat or to doubt them.
 *
 * @param commit of the sources, or {@code unknown}
 * @param versions of the libraries that matter most, by name
 * @param command what the user typed
 */
public record Circumstances(
    String commit, Machine machine, Map<String, String> versions, List<String> command) {

  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?:.*/)?(spring-boot|spring-modulith-core|spring-kafka|h2|kafka-clients|kafka_2\\.13|gopher-shop|gotracker)-(\\d[^/]*)\\.jar");

  /**
   * @param products the jars that were measured
   */
  public static Circumstances here(Path home, Collection<Path> products, List<String> command) {
    return new Circumstances(commitOf(home), thisMachine(), versionsOf(products), command);
  }

  private static Machine thisMachine() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        system.getAvailableProcessors(),
        processor(),
        system.getTotalMemorySize() / (1024 * 1024),
        system.getName() + " " + system.getVersion() + " " + system.getArch());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException hidden) {
      return "unknown";
    }
  }

  static Map<String, String> versionsOf(Collection<Path> products) {
    var versions = new TreeMap<String, String>();
    for (Path product : products) {
      versionIn(product.getFileName().toString())
          .ifPresent(it -> versions.put(it.name, it.version));
      try (ZipFile jar = new ZipFile(product.toFile())) {
        jar.stream()
            .flatMap(entry -> versionIn(entry.getName()).stream())
            .forEach(it -> versions.put(it.name, it.version));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return versions;
  }

  private record Library(String name, String version) {}

  private static Optional<Library> versionIn(String file) {
    Matcher matcher = LIBRARY.matcher(file);
    return matcher.matches()
        ? Optional.of(new Library(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  private static String commitOf(Path home) {
    try {
      Process git =
          new ProcessBuilder("git", "-C", home.toString(), "rev-parse", "--short", "HEAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit = new String(git.getInputStream().readAllBytes()).strip();
      return commit.isEmpty() ? "unknown" : commit;
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
