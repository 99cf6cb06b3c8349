package com.gopher.course.author;

import com.gopher.course.state.HashFile;
import com.gopher.course.state.Overlays;
import com.gopher.course.state.Overlays.Overlaid;
import com.gopher.course.state.Side;
import com.gopher.course.state.States;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Brings the overlays up to date with what was edited under them: a merge of three, of the file
 * that an overlay was made from, the edited one, and the overlay.
 */
public final class Rebase {

  private final Path repository;
  private final Supplier<States> states;

  /**
   * @param states computes the states anew: an overlay that was merged lies under earlier ones
   */
  public Rebase(Path repository, Supplier<States> states) {
    this.repository = repository;
    this.states = states;
  }

  /** Merges what it can; one sentence for each file, which says what was or could not be done. */
  public List<String> run() {
    var report = new ArrayList<String>();
    for (Path folder : Overlays.lastFirst(states.get())) {
      for (Side side : Side.values()) {
        var hashes = new TreeMap<String, String>();
        for (Overlaid file : Overlays.of(states.get(), folder, side)) {
          hashes.put(file.path(), hashAfterMerge(file, report));
        }
        hashes.values().removeIf(String::isEmpty);
        HashFile.write(folder, side, hashes);
      }
    }
    return report;
  }

  private String hashAfterMerge(Overlaid file, List<String> report) {
    String place = file.folder().getFileName() + ": " + file.path();
    if (file.recorded().equals(file.now())) {
      return file.now();
    }
    if (file.recorded().isEmpty()) {
      report.add(place + " recorded.");
      return file.now();
    }
    Optional<byte[]> base =
        file.hasUnder()
            ? new OldVersions(repository).find(file.recorded(), placesOf(file.path()))
            : Optional.empty();
    if (base.isEmpty()) {
      report.add(
          place
              + " NOT merged: the file that it was made from is not in the history. Edit the overlay, delete its line in "
              + file.side().hashes()
              + ", and run rebase again.");
      return file.recorded();
    }
    Optional<byte[]> merged = ThreeWayMerge.of(base.get(), file.under(), file.own());
    if (merged.isEmpty()) {
      report.add(
          place
              + " NOT merged: edit and overlay change the same lines. Edit the overlay, delete its line in "
              + file.side().hashes()
              + ", and run rebase again.");
      return file.recorded();
    }
    write(file.file(), merged.get());
    report.add(place + " merged.");
    return file.now();
  }

  /** Where the content that an overlay stands for may have been: the project, or an overlay. */
  private List<String> placesOf(String path) {
    var places = new LinkedHashSet<String>();
    places.add(path);
    for (Path folder : Overlays.lastFirst(states.get())) {
      Path overlay = folder.resolve(Side.BEFORE.files()).resolve(path);
      places.add(
          repository
              .toAbsolutePath()
              .relativize(overlay.toAbsolutePath())
              .toString()
              .replace('\\', '/'));
    }
    return List.copyOf(places);
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
