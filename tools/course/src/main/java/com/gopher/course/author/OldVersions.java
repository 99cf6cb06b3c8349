package com.gopher.course.author;

import com.gopher.course.state.FileHash;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds a file's earlier content in the history of the course's own repository, by its hash. */
final class OldVersions {

  private final Path repository;

  OldVersions(Path repository) {
    this.repository = repository;
  }

  /** The content with this hash that one of the paths has ever had. */
  Optional<byte[]> find(String hash, List<String> paths) {
    try (Repository git = QuietGit.open(repository);
        RevWalk commits = new RevWalk(git)) {
      ObjectId head = git.resolve(Constants.HEAD);
      if (head == null) {
        return Optional.empty();
      }
      commits.markStart(commits.parseCommit(head));
      commits.setTreeFilter(
          AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF));
      for (RevCommit commit : commits) {
        for (String path : paths) {
          Optional<byte[]> content = at(git, commit, path);
          if (content.isPresent() && FileHash.of(content.get()).equals(hash)) {
            return content;
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> at(Repository git, RevCommit commit, String path)
      throws IOException {
    try (TreeWalk file = TreeWalk.forPath(git, path, commit.getTree())) {
      return file == null
          ? Optional.empty()
          : Optional.of(git.open(file.getObjectId(0)).getBytes());
    }
  }
}
