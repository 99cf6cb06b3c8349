package com.gopher.launcher.jvm;

import com.gopher.launcher.console.CouldNotRun;
import com.gopher.launcher.home.Home;
import com.gopher.launcher.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
   * @param command as {@link FastStart} makes it
   */
  public List<String> command(List<String> command) {
    return ClassPath.with(sabotage, command);
  }

  /** What makes a process do it, for its environment: the names as the sabotage declares them. */
  public static Map<String, String> environment(String... names) {
    return Map.of("SABOTAGE", String.join(",", names));
  }

  /** The process with sabotage on its class path, and the names of what it shall do. */
  public ProcessSpec in(ProcessSpec spec, String... names) {
    return spec.with(command(spec.command()), environment(names));
  }
}
