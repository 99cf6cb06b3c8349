package com.gopher.advise.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The files that commits touch, by the names that these files have today. It is asked from the
 * newest commit to the oldest, so a rename is known before the commits under the older name come.
 */
final class TouchedFiles {

  /** Comparing contents takes the square of this many steps. */
  private static final int MOST_RENAMES = 200;

  private final Repository git;
  private final ObjectReader reader;
  private final String directory;
  private final Map<String, String> today = new HashMap<>();

  /**
   * @param directory only files below it, relative to the repository; empty for all
   */
  TouchedFiles(Repository git, ObjectReader reader, String directory) {
    this.git = git;
    this.reader = reader;
    this.directory = directory;
  }

  List<String> of(RevCommit commit) throws IOException {
    List<String> files = new ArrayList<>();
    for (DiffEntry entry : differences(commit)) {
      boolean gone = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
      String file = today(gone ? entry.getOldPath() : entry.getNewPath());
      if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
        today.put(entry.getOldPath(), file);
      }
      files.add(directory.isEmpty() ? file : file.substring(directory.length() + 1));
    }
    return files;
  }

  private String today(String path) {
    return today.getOrDefault(path, path);
  }

  private List<DiffEntry> differences(RevCommit commit) throws IOException {
    try (TreeWalk walk = new TreeWalk(git, reader)) {
      walk.setRecursive(true);
      if (commit.getParentCount() == 0) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(commit.getParent(0).getTree());
      }
      walk.addTree(commit.getTree());
      walk.setFilter(
          directory.isEmpty()
              ? TreeFilter.ANY_DIFF
              : AndTreeFilter.create(PathFilter.create(directory), TreeFilter.ANY_DIFF));
      List<DiffEntry> entries = DiffEntry.scan(walk);
      return mayRename(entries) ? withRenames(entries) : entries;
    }
  }

  private static boolean mayRename(List<DiffEntry> entries) {
    return entries.stream().anyMatch(it -> it.getChangeType() == DiffEntry.ChangeType.ADD)
        && entries.stream().anyMatch(it -> it.getChangeType() == DiffEntry.ChangeType.DELETE);
  }

  private List<DiffEntry> withRenames(List<DiffEntry> entries) throws IOException {
    RenameDetector renames = new RenameDetector(reader, git.getConfig().get(DiffConfig.KEY));
    renames.setRenameLimit(MOST_RENAMES);
    renames.addAll(entries);
    try {
      return renames.compute();
    } catch (MissingObjectException withoutContents) {
      // A partial clone has the trees and leaves the contents at its server.
      return entries;
    }
  }
}
