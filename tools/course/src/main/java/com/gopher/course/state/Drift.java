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
      lookFor(overlay, Overlay.ABSENT, overlay.absent(), under, sentences);
      lookFor(overlay, Overlay.REMOVED, overlay.removed(), states.repository(), sentences);
      if (!overlay.removed().isEmpty()) {
        refuseOverlaysFrom(overlay, states, sentences);
      }
    }
    return sentences;
  }

  private static void lookFor(
      Overlay overlay, String list, List<String> paths, Tree tree, List<String> sentences) {
    for (String path : paths) {
      if (tree.paths().stream().noneMatch(it -> Overlay.covers(path, it))) {
        sentences.add(overlay.name() + ": " + list + " names " + path + ", which is not there.");
      }
    }
  }

  /** The repository is the state before it: it cannot be a later one's solution as well. */
  private static void refuseOverlaysFrom(Overlay last, States states, List<String> sentences) {
    for (Overlay other : states.overlays()) {
      if (States.numberOf(other) >= States.numberOf(last) && other.isBackwards()) {
        sentences.add(
            "%s: %s removes from the repository, so %s cannot say what was before."
                .formatted(last.name(), Overlay.REMOVED, other.name()));
      }
    }
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
