package com.gopher.course.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The chain of whole states. The repository is the last but one; each earlier one is the next one
 * with an overlay on it, and the last one is what the last checkpoint leaves of the repository.
 * Nothing here touches a learner's files.
 */
public final class States {

  private static final int LAST = 99;

  private final Course course;
  private final Selection selection;
  private final Tree repository;
  private final Tree templates;
  private final List<Overlay> overlays;
  private final List<Overlay> ends;

  private States(Course course, Selection selection, Tree repository, Tree templates) {
    this.course = course;
    this.selection = selection;
    this.repository = repository;
    this.templates = templates;
    this.overlays = course.overlays(Side.BEFORE);
    this.ends = course.overlays(Side.AFTER).stream().filter(it -> !it.changesNothing()).toList();
  }

  /**
   * @param repository the clone's root
   * @param adapted what learners get in the place of the repository's own file
   * @param templates the files that are the learner's alone and the same in all states
   */
  public static States of(Course course, Path repository, Tree adapted, Tree templates) {
    Selection selection = Selection.of(course);
    Tree files = selection.read(repository);
    return new States(course, selection, files.with(adapted.only(files::has)), templates);
  }

  public Course course() {
    return course;
  }

  /** The learner's tree when the checkpoint begins. */
  public Tree startOf(Checkpoint checkpoint) {
    return selection.at(checkpoint.number(), before(checkpoint.number())).with(templates);
  }

  /** The learner's tree when the checkpoint is solved as the course solves it. */
  public Tree solutionOf(Checkpoint checkpoint) {
    int next = checkpoint.number() + 1;
    Tree solved = selection.at(checkpoint.number(), before(next)).with(templates);
    return solved.without(givenAfter(checkpoint, solved));
  }

  /** The files that the start of a checkpoint adds to the solution before. */
  public Tree newAt(Checkpoint checkpoint) {
    Tree start = startOf(checkpoint);
    return course.checkpoints().stream()
        .filter(it -> it.number() < checkpoint.number())
        .reduce((earlier, later) -> later)
        .map(previous -> start.differingFrom(solutionOf(previous)))
        .orElse(start);
  }

  /** Those of the files that are the shop's, as the repository's selection has them. */
  public Tree shopFilesOf(Tree files) {
    return selection.at(LAST, files).without(templates.paths());
  }

  /** What is absent before, but no matter of the task: the next start gives it. */
  private Set<String> givenAfter(Checkpoint checkpoint, Tree solved) {
    Overlay overlay =
        overlays.stream()
            .filter(it -> it.number() == checkpoint.number())
            .findFirst()
            .orElseThrow();
    var given = new HashSet<String>();
    for (String path : solved.paths()) {
      if (overlay.isAbsent(path)
          && checkpoint.facts().edit().stream().noneMatch(it -> Overlay.covers(it, path))) {
        given.add(path);
      }
    }
    return given;
  }

  /** The project before the checkpoint with this number, of all files that any state has. */
  Tree before(int number) {
    Tree tree = repository;
    for (Overlay end : ends) {
      if (end.number() < number) {
        tree = end.applyTo(tree);
      }
    }
    for (Overlay overlay : lastFirst(number)) {
      tree = overlay.applyTo(tree);
    }
    return tree;
  }

  /** What the overlay's files stand for. */
  Tree under(Overlay overlay) {
    return overlay.side() == Side.BEFORE ? before(overlay.number() + 1) : repository;
  }

  Set<String> templates() {
    return templates.paths();
  }

  Tree visibleAt(int number, Tree files) {
    return selection.at(number, files);
  }

  List<Overlay> overlays() {
    return overlays;
  }

  /** What the last checkpoint makes of the repository; one at the most. */
  List<Overlay> ends() {
    return ends;
  }

  private List<Overlay> lastFirst(int number) {
    var wanted = new ArrayList<Overlay>();
    for (Overlay overlay : overlays) {
      if (overlay.number() >= number) {
        wanted.add(0, overlay);
      }
    }
    return wanted;
  }
}
