package com.gopher.launcher.jvm;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.process.ProcessSpec;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;

/**
 * Turns the command that starts an application into one that starts it with sabotage on its class
 * path. Sabotage is never part of what is shipped: it is a jar of its own, and this is the only way
 * in.
 */
public final class Sabotaged {

  private final Path sabotage;

  /**
   * @param sabotage the jar of the module {@code tools/sabotage}
   */
  public Sabotaged(Path sabotage) {
    this.sabotage = sabotage;
  }

  /**
   * @throws CouldNotRun if the sabotage was not built
   */
  public static Sabotaged fromThisBuild() {
    return new Sabotaged(Home.TOOLS.built("tools", "sabotage", "target", "sabotage.jar"));
  }

  /**
   * @param command {@code java ... -jar FILE ...}, where FILE is an extracted application, as
   *     {@link FastStart} makes it: a jar of jars cannot be put beside others
   */
  public List<String> command(List<String> command) {
    int option = command.indexOf("-jar");
    Path jar = Path.of(command.get(option + 1));
    // An archive of classes fits one class path only; the JVM would refuse it with a warning.
    var sabotaged =
        new ArrayList<>(
            command.subList(0, option).stream()
                .filter(
                    flag ->
                        !flag.startsWith("-XX:SharedArchiveFile=")
                            && !flag.startsWith("-XX:AOTCache="))
                .toList());
    sabotaged.addAll(List.of("-cp", sabotage + File.pathSeparator + jar, mainClass(jar)));
    sabotaged.addAll(command.subList(option + 2, command.size()));
    return sabotaged;
  }

  /** What makes a process do it, for its environment: the names as the sabotage declares them. */
  public static Map<String, String> environment(String... names) {
    return Map.of("SABOTAGE", String.join(",", names));
  }

  /** The process with sabotage on its class path, and the names of what it shall do. */
  public ProcessSpec in(ProcessSpec spec, String... names) {
    return spec.with(command(spec.command()), environment(names));
  }

  private static String mainClass(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue("Main-Class");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
