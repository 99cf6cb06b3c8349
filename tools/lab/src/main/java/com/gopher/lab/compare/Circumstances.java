package com.gopher.lab.compare;

import com.gopher.lab.machine.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * @param versions of the libraries that matter most, by name
 * @param command what the user typed
 */
public record Circumstances(Machine machine, Map<String, String> versions, List<String> command) {

  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?:.*/)?(spring-boot|spring-modulith-core|spring-kafka|h2|kafka-clients|kafka_2\\.13|gopher-shop|gotracker)-(\\d[^/]*)\\.jar");

  /**
   * @param products the jars that were measured
   */
  public static Circumstances here(Path home, Collection<Path> products, List<String> command) {
    return new Circumstances(Machine.here(home), versionsOf(products), command);
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
}
