package com.gopher.launcher.jvm;

import com.gopher.launcher.console.CouldNotRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts jars beside an application's own classes, in a started process and nowhere else. */
public final class ClassPath {

  private ClassPath() {}

  /**
   * Puts a jar before all others.
   *
   * @param command {@code java ... -jar FILE ...}, where FILE is an extracted application, as
   *     {@link FastStart} makes it: a jar of jars cannot be put beside others; or what this
   *     returned
   */
  public static List<String> with(Path added, List<String> command) {
    return joined(command, path -> added + File.pathSeparator + path);
  }

  /**
   * Puts the jars of a directory behind all others, but for those that the application brings
   * itself, in whatever version of the same generation: Jackson 2 and 3 have jars of the same name
   * and packages of their own.
   *
   * @param command as for {@link #with}
   */
  public static List<String> behind(Path directory, List<String> command) {
    return joined(
        command,
        path -> {
          String application = path.substring(path.lastIndexOf(File.pathSeparator) + 1);
          Set<String> brought = artifacts(librariesOf(Path.of(application)));
          return Stream.concat(
                  Stream.of(path),
                  jars(directory).stream()
                      .filter(jar -> !brought.contains(artifact(jar)))
                      .map(Path::toString))
              .collect(Collectors.joining(File.pathSeparator));
        });
  }

  private static List<Path> librariesOf(Path application) {
    Path libraries = application.resolveSibling("lib");
    if (!Files.isDirectory(libraries)) {
      throw new CouldNotRun(
          "%s could not be extracted beside itself, and nothing can be put on the class path of a jar of jars. Nothing was started. Give yourself write access to %s",
          application, application.toAbsolutePath().getParent());
    }
    return jars(libraries);
  }

  private static Set<String> artifacts(List<Path> jars) {
    return jars.stream().map(ClassPath::artifact).collect(Collectors.toSet());
  }

  /** With the first number of its version. */
  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("(-\\d+).*", "$1");
  }

  private static List<Path> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> joined(List<String> command, UnaryOperator<String> change) {
    int classPath = command.indexOf("-cp");
    if (classPath >= 0) {
      var longer = new ArrayList<>(command);
      longer.set(classPath + 1, change.apply(command.get(classPath + 1)));
      return longer;
    }
    int option = command.indexOf("-jar");
    Path jar = Path.of(command.get(option + 1));
    // An archive of classes fits one class path only; the JVM would refuse it with a warning.
    var extended =
        new ArrayList<>(
            command.subList(0, option).stream()
                .filter(
                    flag ->
                        !flag.startsWith("-XX:SharedArchiveFile=")
                            && !flag.startsWith("-XX:AOTCache="))
                .toList());
    extended.addAll(List.of("-cp", change.apply(jar.toString()), mainClass(jar)));
    extended.addAll(command.subList(option + 2, command.size()));
    return extended;
  }

  private static String mainClass(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Main-Class");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
