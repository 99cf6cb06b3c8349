package com.gopher.launcher.jvm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/** Puts a jar before an application's own classes, in a started process and nowhere else. */
public final class ClassPath {

  private ClassPath() {}

  /**
   * @param command {@code java ... -jar FILE ...}, where FILE is an extracted application, as
   *     {@link FastStart} makes it: a jar of jars cannot be put beside others; or what this
   *     returned
   */
  public static List<String> with(Path added, List<String> command) {
    int classPath = command.indexOf("-cp");
    if (classPath >= 0) {
      var longer = new ArrayList<>(command);
      longer.set(classPath + 1, added + File.pathSeparator + command.get(classPath + 1));
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
    extended.addAll(List.of("-cp", added + File.pathSeparator + jar, mainClass(jar)));
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
