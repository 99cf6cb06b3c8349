package com.gopher.launcher.process;

import com.gopher.launcher.console.CouldNotRun;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running system keeps its data, its logs, and the list of what runs.
 *
 * <p>{@code run.json} lists the processes, {@code ports.json} remembers which ports they had,
 * {@code logs/} holds what they said. It is changed under the {@link #lock lock} only.
 */
public final class DataDirectory {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final String LOGS = "logs";
  private static final Pattern OURS =
      Pattern.compile(
          LOGS
              + "|kafka|tracker|shipping|kafka\\.properties|up\\.lock|shop\\..*|[a-z-]+\\.json(\\.new)?"
              + "|database-password|management-token");
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path root;

  public DataDirectory(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** Its path in a command that the user shall type: one word for the shell. */
  public String typed() {
    return typed(root.toString());
  }

  /** The same of any path. */
  public static String typed(String path) {
    return path.matches("[\\w./@%+=:,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  public Path log(String process) {
    return root.resolve(LOGS).resolve(process + ".log");
  }

  /**
   * Returns what runs or ran, in the order in which it was started; a broken list is named, never
   * ignored.
   */
  public List<RunningProcess> running() {
    return read("run.json", new TypeReference<RunFile>() {})
        .map(RunFile::processes)
        .orElse(List.of());
  }

  public Optional<RunningProcess> running(String name) {
    return running().stream().filter(process -> process.name().equals(name)).findFirst();
  }

  /** Adds the process to the list, or replaces the one with its name. */
  void add(RunningProcess process) {
    var processes = new LinkedHashMap<String, RunningProcess>();
    running().forEach(known -> processes.put(known.name(), known));
    processes.put(process.name(), process);
    write("run.json", new RunFile(List.copyOf(processes.values())));
  }

  void remove(RunningProcess process) {
    var processes = new ArrayList<>(running());
    processes.removeIf(known -> known.name().equals(process.name()));
    write("run.json", new RunFile(processes));
  }

  /**
   * Empties the list. Nothing is written for it, which would take room that a full disk has not.
   */
  void removeAll() {
    try {
      Files.deleteIfExists(root.resolve("run.json"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Brings the list into the order of these names; the others come last. */
  void order(List<String> names) {
    var processes = new ArrayList<>(running());
    processes.sort(
        Comparator.comparingInt(
            process ->
                names.contains(process.name()) ? names.indexOf(process.name()) : names.size()));
    write("run.json", new RunFile(processes));
  }

  /** Returns what {@link #remember} noted under this name. */
  public <T> Optional<T> remembered(String name, Class<T> type) {
    return read(
        name + ".json",
        new TypeReference<T>() {
          @Override
          public Type getType() {
            return type;
          }
        });
  }

  /** Notes something for the next time, in a file of that name. */
  public void remember(String name, Object value) {
    write(name + ".json", value);
  }

  /** Takes back what {@link #remember} noted, if anything. */
  public void forget(String name) {
    try {
      Files.deleteIfExists(root.resolve(name + ".json"));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Returns the ports that were used last time, by purpose. */
  public Map<String, Integer> ports() {
    return read("ports.json", new TypeReference<Map<String, Integer>>() {}).orElse(Map.of());
  }

  void rememberPorts(Map<String, Integer> ports) {
    var all = new LinkedHashMap<>(ports());
    all.putAll(ports);
    write("ports.json", all);
  }

  /**
   * Creates the directory if it is missing, and keeps other users of the machine out of it and of
   * what an earlier start left in it; refuses in one sentence if it cannot be used.
   */
  public void create() {
    UnusablePath.reason(root)
        .ifPresent(
            reason -> {
              throw new CouldNotRun(
                  "The data directory %s cannot be used: its name %s. Nothing was created or started. Choose another with --data-dir DIR.",
                  root, reason);
            });
    try {
      OwnerOnly.makeDirectory(root);
      OwnerOnly.makeDirectory(root.resolve(LOGS));
      for (Path known : known()) {
        OwnerOnly.closeAll(known);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
    if (!Files.isWritable(root)) {
      throw new CouldNotRun(
          "The data directory %s cannot be written. Nothing was started. Choose another with --data-dir DIR.",
          root);
    }
  }

  /** What is ours in it: somebody may have chosen a directory in which other things lie, too. */
  List<Path> known() throws IOException {
    try (Stream<Path> content = Files.list(root)) {
      return content.filter(path -> OURS.matcher(path.getFileName().toString()).matches()).toList();
    }
  }

  /** Keeps every other launcher from changing anything here until what it returns is closed. */
  public Closeable lock(Runnable whileWaiting) {
    Path lock = root.resolve("up.lock");
    try {
      FileChannel channel =
          FileChannel.open(
              lock,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OwnerOnly.forNew(lock, "rw-------"));
      boolean locked = false;
      try {
        locked = isLocked(channel, whileWaiting);
      } finally {
        if (!locked) {
          channel.close();
        }
      }
      if (locked) {
        return channel;
      }
    } catch (IOException e) {
      throw unusable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNotRun(
          "Interrupted while waiting for the data directory " + root + ". Nothing was changed.", e);
    }
    throw new CouldNotRun(
        "Another ./shop has been working on the data directory %s for minutes. Nothing was changed. Wait for it, end it, or choose another with --data-dir DIR.",
        root);
  }

  private static boolean isLocked(FileChannel channel, Runnable whileWaiting)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean hasSaid = false;
    while (!tryLock(channel)) {
      if (System.nanoTime() > end) {
        return false;
      }
      if (!hasSaid) {
        whileWaiting.run();
        hasSaid = true;
      }
      Thread.sleep(100);
    }
    return true;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return false;
    }
  }

  private <T> Optional<T> read(String file, TypeReference<T> type) {
    Path path = root.resolve(file);
    try {
      return Files.exists(path)
          ? Optional.of(JSON.readValue(Files.readString(path), type))
          : Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    } catch (JacksonException e) {
      throw new CouldNotRun(
          path
              + " is not readable as JSON. Nothing was changed. End what still runs, delete the file, and try again.",
          e);
    }
  }

  /** Replaces the file in one step: a reader sees the old list or the new one, never half of it. */
  private void write(String file, Object value) {
    try {
      Path fresh = root.resolve(file + ".new");
      OwnerOnly.write(fresh, JSON.writeValueAsString(value) + "\n");
      Files.move(
          fresh,
          root.resolve(file),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CouldNotRun(
          "%s cannot be written. %s It says what it said before, and nothing that was started just now is left running."
              .formatted(root.resolve(file), KnownCause.of(e.toString()).orElse(e.toString())),
          e);
    }
  }

  private CouldNotRun unusable(IOException e) {
    return new CouldNotRun(
        "The data directory %s cannot be used (%s). Nothing was started. It must be one that you own; choose another with --data-dir DIR."
            .formatted(root, e.getClass() == IOException.class ? e.getMessage() : e),
        e);
  }

  private record RunFile(List<RunningProcess> processes) {}
}
