package com.gopher.launcher.process;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How to start one process of a shape.
 *
 * @param name as {@code run.json} and the user call it
 * @param preparation what comes before the first start, or null
 * @param command program and arguments
 * @param directory in which it works, or null for this process's own
 * @param environment added to this process's own, which is passed on
 * @param ports looked at before anything is started
 * @param exclusiveFile a database file that nobody else may hold open, or null
 * @param isAwaited true if those that follow it cannot start before it is ready
 * @param wishes what it is told at this start only, or null
 */
public record ProcessSpec(
    String name,
    @Nullable Preparation preparation,
    List<String> command,
    @Nullable Path directory,
    Map<String, String> environment,
    URI url,
    @Nullable URI managementUrl,
    List<Port> ports,
    @Nullable ExclusiveFile exclusiveFile,
    boolean isAwaited,
    @Nullable Wishes wishes) {

  /**
   * What a process is told when it starts, and remembers by itself. It is no setting: a process
   * that runs without it is as it shall be.
   *
   * @param environment added to that of the process
   * @param evenIfItRuns true if one that runs is started again for them
   */
  public record Wishes(Map<String, String> environment, boolean evenIfItRuns) {}

  /** A process that needs no preparation, and for which nobody has to wait. */
  public static ProcessSpec of(
      String name,
      List<String> command,
      Map<String, String> environment,
      URI url,
      @Nullable URI managementUrl,
      List<Port> ports,
      @Nullable ExclusiveFile exclusiveFile) {
    return new ProcessSpec(
        name,
        null,
        command,
        null,
        environment,
        url,
        managementUrl,
        ports,
        exclusiveFile,
        false,
        null);
  }

  /** The same process, and those that follow it cannot start before it is ready. */
  public ProcessSpec awaited() {
    return copy(command, environment, true, wishes);
  }

  /** The same process, told this when it starts. */
  public ProcessSpec wishing(Wishes atStart) {
    return copy(command, environment, isAwaited, atStart);
  }

  boolean isToStartAgain() {
    return wishes != null && wishes.evenIfItRuns();
  }

  /** The same process by another command. */
  public ProcessSpec with(List<String> otherCommand) {
    return with(otherCommand, Map.of());
  }

  /** The same process with more in its environment. */
  public ProcessSpec with(Map<String, String> more) {
    return with(command, more);
  }

  /** The same process without this in its environment. */
  public ProcessSpec without(String variable) {
    var less = new LinkedHashMap<>(environment);
    less.remove(variable);
    return copy(command, less, isAwaited, wishes);
  }

  /** The same process by another command, and with more in its environment. */
  public ProcessSpec with(List<String> otherCommand, Map<String, String> more) {
    var all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return copy(otherCommand, all, isAwaited, wishes);
  }

  private ProcessSpec copy(
      List<String> otherCommand,
      Map<String, String> otherEnvironment,
      boolean awaitedOrNot,
      @Nullable Wishes otherWishes) {
    return new ProcessSpec(
        name,
        preparation,
        otherCommand,
        directory,
        otherEnvironment,
        url,
        managementUrl,
        ports,
        exclusiveFile,
        awaitedOrNot,
        otherWishes);
  }

  /**
   * Tells one set of settings from another without telling what they are: a password may be among
   * them. The command is left out, or each build would restart what runs.
   */
  String settings() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(new TreeMap<>(environment).toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
