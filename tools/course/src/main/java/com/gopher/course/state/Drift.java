package com.gopher.course.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the course no longer fits what is under it: an overlaid file was edited, an overlay says
 * what is there anyway, a list names a file that is not there.
 */
public final class Drift {

  private Drift() {}

  /** One sentence for each, that names the overlay and the file; none if all fits. */
  public static List<String> in(States states) {
    var sentences = new ArrayList<String>();
    for (Overlay overlay : states.overlays()) {
      look(overlay, states.under(overlay), sentences);
    }
    for (Overlay end : states.ends()) {
      look(end, states.under(end), sentences);
      refuseOverlaysFrom(end, states, sentences);
    }
    return sentences;
  }

  private static void look(Overlay overlay, Tree under, List<String> sentences) {
    for (String path : overlay.files().paths()) {
      look(overlay, path, under, sentences);
    }
    for (String path : overlay.standsFor().keySet()) {
      if (!overlay.files().has(path)) {
        sentences.add(
            "%s: %s names %s, which is no overlay."
                .formatted(overlay.name(), overlay.side().hashes(), path));
      }
    }
    for (String path : overlay.absent()) {
      if (under.paths().stream().noneMatch(it -> Overlay.covers(path, it))) {
        sentences.add(
            "%s: %s names %s, which is not there."
                .formatted(overlay.name(), overlay.side().absent(), path));
      }
    }
  }

  /** The repository is the state before the end: no later state can lie under it as well. */
  private static void refuseOverlaysFrom(Overlay end, States states, List<String> sentences) {
    for (Overlay other : states.overlays()) {
      if (other.number() >= end.number() && !other.changesNothing()) {
        sentences.add(
            "%s: it begins with the repository, so %s cannot say what was before."
                .formatted(end.name(), other.name()));
      }
    }
    for (Overlay other : states.ends()) {
      if (other.number() > end.number()) {
        sentences.add(
            "%s: only one checkpoint can be the last, and %s is one as well."
                .formatted(end.name(), other.name()));
      }
    }
  }

  private static void look(Overlay overlay, String path, Tree under, List<String> sentences) {
    byte[] own = overlay.files().file(path).orElseThrow();
    String now = under.file(path).map(FileHash::of).orElse(HashFile.NOTHING);
    if (now.equals(FileHash.of(own))) {
      sentences.add(overlay.name() + ": the overlay of " + path + " equals what is under it.");
      return;
    }
    String recorded = overlay.standsFor().get(path);
    if (recorded == null) {
      sentences.add(
          overlay.name() + ": " + path + " has no hash; ./shop tutorial author rebase records it.");
    } else if (!recorded.equals(now)) {
      sentences.add(
          overlay.name()
              + ": "
              + path
              + " was edited under its overlay; ./shop tutorial author rebase merges the edit.");
    }
  }
}
