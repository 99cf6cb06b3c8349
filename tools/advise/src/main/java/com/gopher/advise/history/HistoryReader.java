package com.gopher.advise.history;

import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.module.ModuleMap;
import com.gopher.git.QuietGit;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.CommitTimeRevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads the history that leads to HEAD. Nothing is written, and no git is needed. */
public final class HistoryReader {

  /** More would take more than minutes; the newest are read. */
  static final int MOST_COMMITS = 200_000;

  private static final int LARGEST_MAILMAP = 1 << 20;
  private static final Pattern TOGETHER = Pattern.compile("\\s*([^<]*?)\\s*<([^>]*)>.*");

  private final Window window;
  private final ModuleMap modules;

  public HistoryReader(Window window, ModuleMap modules) {
    this.window = window;
    this.modules = modules;
  }

  /** Reads the history of the files in a directory of a working tree. */
  public Evidence<People> read(Path directory) {
    try {
      Optional<Repository> found = QuietGit.around(directory);
      if (found.isEmpty()) {
        return Evidence.unknown(
            directory + " lies in no git repository; name a clone to know who changes what.");
      }
      try (Repository git = found.get()) {
        ObjectId head = git.resolve(Constants.HEAD);
        return head == null
            ? Evidence.unknown("The repository has no commit yet; ask again when it has a history.")
            : read(git, head, within(git, directory));
      }
    } catch (IOException | RuntimeException e) {
      return Evidence.unknown(
          "The history cannot be read (%s); clone the repository anew and name that clone."
              .formatted(e.getMessage()));
    }
  }

  private static String within(Repository git, Path directory) throws IOException {
    if (git.isBare()) {
      return "";
    }
    File root = git.getWorkTree();
    return root.toPath()
        .toRealPath()
        .relativize(directory.toRealPath())
        .toString()
        .replace('\\', '/');
  }

  private Evidence<People> read(Repository git, ObjectId head, String directory)
      throws IOException {
    Changes changes = new Changes(modules);
    Set<ObjectId> cuts = new HashSet<>(git.getObjectDatabase().getShallowCommits());
    Set<ObjectId> seen = new HashSet<>();
    int merges = 0;
    boolean cutOff = false;
    try (RevWalk walk = new RevWalk(git);
        ObjectReader reader = git.newObjectReader()) {
      RevCommit tip = walk.parseCommit(head);
      Mailmap people = mailmap(git, tip);
      TouchedFiles touched = new TouchedFiles(git, reader, directory);
      walk.markStart(tip);
      walk.sort(RevSort.COMMIT_TIME_DESC);
      walk.setRevFilter(CommitTimeRevFilter.after(window.from()));
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        if (seen.size() >= MOST_COMMITS) {
          cutOff = true;
          break;
        }
        seen.add(commit.copy());
        boolean cut = cuts.contains(commit);
        cutOff |= cut;
        if (commit.getParentCount() > 1) {
          merges++;
          continue;
        }
        if (commit.getParentCount() == 1) {
          walk.parseHeaders(commit.getParent(0));
        }
        boolean whole = !cut && commit.getParentCount() == 1;
        Commit change = new Commit(authors(commit, people), when(commit), touched.of(commit));
        if (!change.files().isEmpty() || directory.isEmpty()) {
          changes.add(change, whole);
        }
        commit.disposeBody();
      }
    }
    return seen.isEmpty()
        ? Evidence.unknown(
            "Nobody committed since %s; look further back with --since, for example --since 5y."
                .formatted(window.firstDay()))
        : Evidence.known(changes.people(window, merges, releases(git, seen), cutOff));
  }

  private static Instant when(RevCommit commit) {
    return Instant.ofEpochSecond(commit.getCommitTime());
  }

  private static Set<Commit.Author> authors(RevCommit commit, Mailmap people) {
    Set<Commit.Author> authors = new LinkedHashSet<>();
    PersonIdent author = commit.getAuthorIdent();
    if (author != null) {
      authors.add(author(author.getName(), author.getEmailAddress(), people));
    }
    for (String together : commit.getFooterLines("Co-authored-by")) {
      Matcher named = TOGETHER.matcher(together);
      if (named.matches()) {
        authors.add(author(named.group(1), named.group(2), people));
      }
    }
    return authors;
  }

  private static Commit.Author author(String name, String address, Mailmap people) {
    return new Commit.Author(people.identity(name, address), name, Bots.isOne(name, address));
  }

  private static Mailmap mailmap(Repository git, RevCommit tip) throws IOException {
    try (TreeWalk file = TreeWalk.forPath(git, ".mailmap", tip.getTree())) {
      if (file == null) {
        return Mailmap.parse("");
      }
      byte[] content = git.open(file.getObjectId(0)).getCachedBytes(LARGEST_MAILMAP);
      return Mailmap.parse(new String(content, StandardCharsets.UTF_8));
    }
  }

  private static int releases(Repository git, Set<ObjectId> commits) throws IOException {
    int releases = 0;
    for (Ref tag : git.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
      Ref peeled = git.getRefDatabase().peel(tag);
      ObjectId commit =
          peeled.getPeeledObjectId() == null ? peeled.getObjectId() : peeled.getPeeledObjectId();
      releases += commits.contains(commit) ? 1 : 0;
    }
    return releases;
  }
}
