package com.gopher.course.git;

import com.gopher.course.state.Tree;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Reads and writes git's objects directly: no hook, no filter and no signing comes between. */
final class ObjectStore {

  private final Repository git;

  ObjectStore(Repository git) {
    this.git = git;
  }

  /** Stores the files; only the launcher script can be executed. */
  Snapshot store(Tree tree) throws IOException {
    var files = new TreeMap<String, Snapshot.Entry>();
    try (ObjectInserter inserter = git.newObjectInserter()) {
      for (String path : tree.paths()) {
        ObjectId content = inserter.insert(Constants.OBJ_BLOB, tree.file(path).orElseThrow());
        files.put(path, new Snapshot.Entry(modeOf(path), content));
      }
      inserter.flush();
    }
    return new Snapshot(files);
  }

  private static FileMode modeOf(String path) {
    return path.equals("shop") ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
  }

  ObjectId commit(Snapshot files, @Nullable ObjectId parent, PersonIdent author, String message)
      throws IOException {
    try (ObjectInserter inserter = git.newObjectInserter()) {
      var commit = new CommitBuilder();
      commit.setTreeId(treeOf(files, inserter));
      if (parent != null) {
        commit.setParentId(parent);
      }
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  Snapshot ofCommit(ObjectId commit) throws IOException {
    var files = new TreeMap<String, Snapshot.Entry>();
    try (RevWalk commits = new RevWalk(git);
        TreeWalk walk = new TreeWalk(git)) {
      walk.addTree(commits.parseCommit(commit).getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        files.put(
            walk.getPathString(), new Snapshot.Entry(walk.getFileMode(0), walk.getObjectId(0)));
      }
    }
    return new Snapshot(files);
  }

  byte[] content(ObjectId id) throws IOException {
    return git.open(id).getBytes();
  }

  private static ObjectId treeOf(Snapshot files, ObjectInserter inserter) throws IOException {
    DirCache cache = DirCache.newInCore();
    DirCacheBuilder builder = cache.builder();
    for (Map.Entry<String, Snapshot.Entry> file : files.files().entrySet()) {
      var entry = new DirCacheEntry(file.getKey());
      entry.setFileMode(file.getValue().mode());
      entry.setObjectId(file.getValue().content());
      builder.add(entry);
    }
    builder.finish();
    return cache.writeTree(inserter);
  }
}
