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
      Tree under = states.before(States.numberOf(overlay) + 1);
      for (String path : overlay.before().paths()) {
        look(overlay, path, under, sentences);
      }
      for (String path : overlay.standsFor().keySet()) {
        if (!overlay.before().has(path)) {
          sentences.add(
              overlay.name() + ": " + HashFile.NAME + " names " + path + ", which is no overlay.");
        }
      }
      for (String path : overlay.absent()) {
        if (under.paths().stream().noneMatch(it -> Overlay.covers(path, it))) {
          sentences.add(
              overlay.name() + ": " + Overlay.ABSENT + " names " + path + ", which is not there.");
        }
      }
    }
    return sentences;
  }

  private static void look(Overlay overlay, String path, Tree under, List<String> sentences) {
    byte[] own = overlay.before().file(path).orElseThrow();
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
