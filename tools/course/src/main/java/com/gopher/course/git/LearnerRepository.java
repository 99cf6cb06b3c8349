package com.gopher.course.git;

import com.gopher.course.state.Tree;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;

/**
 * The git repository of a learner's tree. Whatever is changed here, what the learner wrote is kept
 * first, in a commit that a branch or a tag names.
 */
public final class LearnerRepository implements AutoCloseable {

  private static final Instant THE_COURSE_BEGINS = Instant.parse("2026-11-22T00:00:00Z");
  private static final String COURSE = "Gopher Course";
  private static final String LEARNER = "Learner";
  private static final String ADDRESS = "course@gopher.invalid";

  private final Repository git;
  private final ObjectStore objects;
  private final WorkingTree working;
  private final Clock clock;

  private LearnerRepository(Repository git, Clock clock) {
    this.git = git;
    this.objects = new ObjectStore(git);
    this.working = new WorkingTree(git);
    this.clock = clock;
  }

  /** Opens the repository of the tree with this root. */
  public static LearnerRepository open(Path root) {
    try {
      return new LearnerRepository(QuietGit.open(root), Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the files of the last step, and all steps as a history. The directory is empty. */
  public static LearnerRepository create(Path root, List<Step> steps) {
    try {
      Repository git = QuietGit.open(root);
      git.create();
      git.updateRef(Constants.HEAD).link("refs/heads/main");
      var learner = new LearnerRepository(git, Clock.systemUTC());
      learner.writeHistory(steps);
      return learner;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeHistory(List<Step> steps) throws IOException {
    ObjectId last = null;
    Snapshot files = new Snapshot(new TreeMap<>());
    for (Step step : steps) {
      files = objects.store(step.tree());
      last = objects.commit(files, last, author(numberOfCommits(last)), step.message());
      tag(step.tag(), last);
    }
    if (last != null) {
      moveHead(last);
      working.become(files, new Snapshot(new TreeMap<>()), objects);
    }
  }

  /** A commit's time follows from its place in the history alone. */
  private int numberOfCommits(ObjectId last) throws IOException {
    int count = 0;
    ObjectId commit = last;
    while (commit != null) {
      count++;
      var parsed = git.parseCommit(commit);
      commit = parsed.getParentCount() == 0 ? null : parsed.getParent(0);
    }
    return count;
  }

  private static PersonIdent author(int minutes) {
    return new PersonIdent(
        COURSE, ADDRESS, THE_COURSE_BEGINS.plusSeconds(60L * minutes), ZoneOffset.UTC);
  }

  private PersonIdent learner() {
    return new PersonIdent(LEARNER, ADDRESS, clock.instant(), ZoneOffset.UTC);
  }

  public boolean hasTag(String name) {
    return tagged(name).isPresent();
  }

  public Optional<String> idOf(String tag) {
    return tagged(tag).map(ObjectId::name);
  }

  /** The files of the commit with this tag. */
  public Tree treeOf(String tag) {
    try {
      return working.read(objects.ofCommit(tagged(tag).orElseThrow()), objects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The learner's files as they are now, but for those that are ignored. */
  public Tree now() {
    try {
      return working.read(working.files(Set.of()), objects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Keeps all there is on a new branch, and makes the tree what it was at the tag.
   *
   * @param branch the name wanted; a number is added if there is one of that name
   * @return the branch; empty if there was nothing to keep
   */
  public Optional<String> returnTo(String tag, String branch) {
    return become(tagged(tag).orElseThrow(), branch);
  }

  /**
   * Keeps all there is on a new branch, and goes on from the tag with another commit.
   *
   * @return the branch; empty if there was nothing to keep
   */
  public Optional<String> continueFrom(String tag, Step step, String branch) {
    try {
      ObjectId parent = tagged(tag).orElseThrow();
      ObjectId commit =
          objects.commit(
              objects.store(step.tree()), parent, author(numberOfCommits(parent)), step.message());
      Optional<String> kept = become(commit, branch);
      tag(step.tag(), commit);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> become(ObjectId commit, String branch) {
    try {
      refuseInTheMiddleOfSomething();
      Snapshot wanted = objects.ofCommit(commit);
      Snapshot now = working.files(wanted.files().keySet());
      ObjectId work = keep(now);
      Optional<String> kept = Optional.empty();
      if (!work.equals(commit) && !isTagged(work)) {
        kept = Optional.of(newBranch(branch, work));
      }
      working.become(wanted, withIndex(now), objects);
      moveHead(commit);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is tracked but not there counts, too: it is to be written or forgotten. */
  private Snapshot withIndex(Snapshot files) throws IOException {
    return working.index().with(files.files());
  }

  private boolean isTagged(ObjectId commit) throws IOException {
    return git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS).stream()
        .anyMatch(ref -> commit.equals(ref.getObjectId()));
  }

  /** Commits the learner's work, if there is any, on the learner's branch, and tags it. */
  public void commitWork(String tag) {
    try {
      refuseInTheMiddleOfSomething();
      Snapshot now = working.files(Set.of());
      ObjectId work = keep(now);
      moveHead(work);
      working.setIndex(now);
      tag(tag, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds files in a commit of the course. A file that the learner has stays as it is.
   *
   * @return the paths that the learner had with other content
   */
  public Set<String> add(Tree files, String tag, String message) {
    try {
      ObjectId head = head();
      Snapshot before = objects.ofCommit(head);
      Snapshot given = objects.store(files);
      var more = new TreeMap<>(given.files());
      var others = new TreeSet<String>();
      Path root = git.getWorkTree().toPath();
      for (String path : given.files().keySet()) {
        if (before.has(path) || Files.exists(root.resolve(path))) {
          more.remove(path);
          if (!given.files().get(path).equals(before.files().get(path))) {
            others.add(path);
          }
        }
      }
      Snapshot after = before.with(more);
      ObjectId commit = objects.commit(after, head, author(numberOfCommits(head)), message);
      working.become(after, before, objects);
      moveHead(commit);
      tag(tag, commit);
      return others;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commits what is staged and then what is not, and returns the newest commit. */
  private ObjectId keep(Snapshot now) throws IOException {
    ObjectId kept = head();
    Snapshot staged = working.index();
    if (!staged.equals(objects.ofCommit(kept)) && !staged.equals(now)) {
      kept = objects.commit(staged, kept, learner(), "What was staged\n");
    }
    if (!now.equals(objects.ofCommit(kept))) {
      kept = objects.commit(now, kept, learner(), "What was in the working tree\n");
    }
    return kept;
  }

  private String newBranch(String wanted, ObjectId commit) throws IOException {
    var taken = new HashSet<String>();
    for (Ref ref : git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
      taken.add(ref.getName());
    }
    int number = 1;
    String name = wanted;
    while (taken.contains(Constants.R_HEADS + name)) {
      number++;
      name = wanted + "-" + number;
    }
    update(Constants.R_HEADS + name, commit);
    return name;
  }

  private void refuseInTheMiddleOfSomething() {
    if (git.getRepositoryState() != RepositoryState.SAFE) {
      throw new UnreadyRepositoryException(
          "Your repository is in the middle of a merge, a rebase or the like. Nothing was changed. Finish or abort it with git, then run the same command again.");
    }
    if (Files.exists(git.getDirectory().toPath().resolve("index.lock"))) {
      throw new UnreadyRepositoryException(
          "Another git program works in your repository (.git/index.lock exists). Nothing was changed. Wait for it, then run the same command again.");
    }
  }

  private Optional<ObjectId> tagged(String name) {
    try {
      Ref ref = git.exactRef(Constants.R_TAGS + name);
      return ref == null
          ? Optional.empty()
          : Optional.of(git.parseCommit(ref.getObjectId()).toObjectId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectId head() throws IOException {
    ObjectId head = git.resolve(Constants.HEAD);
    if (head == null) {
      throw new UnreadyRepositoryException(
          "Your repository's current branch has no commit. Nothing was changed. Switch to a branch that has the course's commits: git switch main");
    }
    return head;
  }

  private void tag(String name, ObjectId commit) throws IOException {
    update(Constants.R_TAGS + name, commit);
  }

  private void moveHead(ObjectId commit) throws IOException {
    update(Constants.HEAD, commit);
  }

  private void update(String name, ObjectId commit) throws IOException {
    RefUpdate update = git.updateRef(name);
    update.setNewObjectId(commit);
    update.setRefLogMessage("./shop tutorial", false);
    RefUpdate.Result result = update.forceUpdate();
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
      default -> throw new IOException("git refused to set " + name + ": " + result);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}
