package com.gopher.course.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The overlays as their author sees them: what each stands on, and new ones from a tree. */
public final class Overlays {

  /**
   * One overlaid file.
   *
   * @param folder the checkpoint's folder
   * @param recorded the hash of the file it was made from; empty if none was recorded
   * @param under the file it stands for now; empty if there is none
   * @param own the overlay's content
   */
  public record Overlaid(
      Path folder,
      Side side,
      String path,
      String recorded,
      byte[] under,
      boolean hasUnder,
      byte[] own) {

    public Path file() {
      return folder.resolve(side.files()).resolve(path);
    }

    /** The hash of the file that it stands for now. */
    public String now() {
      return hasUnder ? FileHash.of(under) : HashFile.NOTHING;
    }
  }

  private Overlays() {}

  /** The overlaid files of one side of a folder, given the states as they are now. */
  public static List<Overlaid> of(States states, Path folder, Side side) {
    Overlay overlay = Overlay.read(folder, side);
    Tree under = states.under(overlay);
    var files = new ArrayList<Overlaid>();
    for (String path : overlay.files().paths()) {
      files.add(
          new Overlaid(
              folder,
              side,
              path,
              overlay.standsFor().getOrDefault(path, ""),
              under.file(path).orElse(new byte[0]),
              under.has(path),
              overlay.files().file(path).orElseThrow()));
    }
    return files;
  }

  /** The folders with overlays, the last one first: an earlier one stands on the later ones. */
  public static List<Path> lastFirst(States states) {
    return states.overlays().stream()
        .sorted(Comparator.comparing(Overlay::name).reversed())
        .map(Overlay::folder)
        .toList();
  }

  /** Makes a folder's overlay anew, so that the state before it is exactly the tree. */
  public static void freeze(States states, Path folder, Tree before) {
    int number = Integer.parseInt(folder.getFileName().toString().substring(0, 2));
    Tree under = states.before(number + 1);
    Tree overlay = before.differingFrom(under);
    var absent = new TreeSet<>(states.visibleAt(number, under).paths());
    absent.removeAll(before.paths());
    absent.removeAll(states.templates());
    var hashes = new TreeMap<String, String>();
    overlay
        .paths()
        .forEach(
            path -> hashes.put(path, under.file(path).map(FileHash::of).orElse(HashFile.NOTHING)));
    try {
      Path files = folder.resolve(Side.BEFORE.files());
      delete(files);
      Directory.write(overlay, files);
      Path list = folder.resolve(Side.BEFORE.absent());
      if (absent.isEmpty()) {
        Files.deleteIfExists(list);
      } else {
        Files.writeString(list, String.join("\n", absent) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HashFile.write(folder, Side.BEFORE, hashes);
  }

  /** For each overlaid or absent file the folders that do so: the table file x checkpoint. */
  public static Map<String, List<String>> byFile(States states) {
    var table = new TreeMap<String, List<String>>();
    for (Overlay overlay : states.overlays()) {
      overlay.files().paths().forEach(path -> add(table, path, overlay.name() + " other"));
      overlay.absent().forEach(path -> add(table, path, overlay.name() + " absent"));
    }
    for (Overlay end : states.ends()) {
      end.files().paths().forEach(path -> add(table, path, end.name() + " changed"));
      end.absent().forEach(path -> add(table, path, end.name() + " removed"));
    }
    return new LinkedHashMap<>(table);
  }

  private static void add(Map<String, List<String>> table, String path, String entry) {
    table.computeIfAbsent(path, it -> new ArrayList<>()).add(entry);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
