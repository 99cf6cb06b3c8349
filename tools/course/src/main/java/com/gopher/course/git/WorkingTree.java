package com.gopher.course.git;

import com.gopher.course.state.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;

/** The learner's files and the index, read as snapshots and set to a snapshot. */
final class WorkingTree {

  private final Repository git;
  private final Path root;

  WorkingTree(Repository git) {
    this.git = git;
    this.root = git.getWorkTree().toPath();
  }

  /** What is staged. */
  Snapshot index() throws IOException {
    var files = new TreeMap<String, Snapshot.Entry>();
    DirCache cache = git.readDirCache();
    for (int i = 0; i < cache.getEntryCount(); i++) {
      DirCacheEntry entry = cache.getEntry(i);
      files.put(
          entry.getPathString(), new Snapshot.Entry(entry.getFileMode(), entry.getObjectId()));
    }
    return new Snapshot(files);
  }

  /**
   * All files that are tracked or not ignored, and those that are ignored but lie where the course
   * would write: these would otherwise be lost.
   */
  Snapshot files(Set<String> coursePaths) throws IOException {
    var files = new TreeMap<String, Snapshot.Entry>();
    try (TreeWalk walk = new TreeWalk(git);
        ObjectInserter inserter = git.newObjectInserter()) {
      walk.addTree(new DirCacheIterator(git.readDirCache()));
      walk.addTree(new FileTreeIterator(git));
      ((FileTreeIterator) walk.getTree(1, WorkingTreeIterator.class)).setDirCacheIterator(walk, 0);
      while (walk.next()) {
        look(walk, coursePaths, inserter, files);
      }
      inserter.flush();
    }
    return new Snapshot(files);
  }

  private void look(
      TreeWalk walk,
      Set<String> coursePaths,
      ObjectInserter inserter,
      Map<String, Snapshot.Entry> files)
      throws IOException {
    WorkingTreeIterator file = walk.getTree(1, WorkingTreeIterator.class);
    if (file == null) {
      if (walk.isSubtree()) {
        walk.enterSubtree();
      }
      return;
    }
    String path = walk.getPathString();
    boolean tracked = walk.getTree(0, DirCacheIterator.class) != null;
    if (FileMode.TREE.equals(file.getEntryFileMode())) {
      if (tracked || !file.isEntryIgnored() || holdsAny(path + "/", coursePaths)) {
        walk.enterSubtree();
      }
    } else if (!FileMode.GITLINK.equals(file.getEntryFileMode())
        && (tracked || coursePaths.contains(path) || !file.isEntryIgnored())) {
      files.put(
          path,
          new Snapshot.Entry(
              file.getEntryFileMode(), inserter.insert(Constants.OBJ_BLOB, content(path, file))));
    }
  }

  private static boolean holdsAny(String directory, Set<String> paths) {
    return paths.stream().anyMatch(path -> path.startsWith(directory));
  }

  private byte[] content(String path, WorkingTreeIterator file) throws IOException {
    Path place = root.resolve(path);
    if (FileMode.SYMLINK.equals(file.getEntryFileMode())) {
      return Files.readSymbolicLink(place).toString().getBytes(StandardCharsets.UTF_8);
    }
    return LineEndings.asStored(path, Files.readAllBytes(place));
  }

  /** Writes what differs, removes the files of {@code before} that are gone, sets the index. */
  void become(Snapshot wanted, Snapshot before, ObjectStore objects) throws IOException {
    for (String path : before.files().keySet()) {
      if (!wanted.has(path)) {
        delete(path);
      }
    }
    for (Map.Entry<String, Snapshot.Entry> file : wanted.files().entrySet()) {
      Snapshot.Entry entry = file.getValue();
      if (!entry.equals(before.files().get(file.getKey()))
          || !Files.exists(root.resolve(file.getKey()), LinkOption.NOFOLLOW_LINKS)) {
        write(file.getKey(), entry, objects.content(entry.content()));
      }
    }
    setIndex(wanted);
  }

  private void write(String path, Snapshot.Entry entry, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (FileMode.SYMLINK.equals(entry.mode())) {
      Files.createSymbolicLink(file, Path.of(new String(content, StandardCharsets.UTF_8)));
      return;
    }
    Files.write(file, content);
    if (FileMode.EXECUTABLE_FILE.equals(entry.mode())) {
      makeExecutable(file);
    }
  }

  private static void makeExecutable(Path file) throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> permissions = view.readAttributes().permissions();
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
      view.setPermissions(permissions);
    }
  }

  private void delete(String path) throws IOException {
    Path file = root.resolve(path);
    Files.deleteIfExists(file);
    for (Path directory = file.getParent();
        !directory.equals(root);
        directory = directory.getParent()) {
      try {
        Files.deleteIfExists(directory);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  void setIndex(Snapshot wanted) throws IOException {
    DirCache cache = git.lockDirCache();
    try {
      DirCacheBuilder builder = cache.builder();
      for (Map.Entry<String, Snapshot.Entry> file : wanted.files().entrySet()) {
        builder.add(indexEntry(file.getKey(), file.getValue()));
      }
      builder.finish();
      cache.write();
      cache.commit();
    } finally {
      cache.unlock();
    }
  }

  private DirCacheEntry indexEntry(String path, Snapshot.Entry file) throws IOException {
    var entry = new DirCacheEntry(path);
    entry.setFileMode(file.mode());
    entry.setObjectId(file.content());
    Path place = root.resolve(path);
    if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      entry.setLength(Files.size(place));
      Instant changed = Files.getLastModifiedTime(place).toInstant();
      entry.setLastModified(changed);
    }
    return entry;
  }

  /** The files as they are, for a judge: those of the course's kind, with stored line endings. */
  Tree read(Snapshot snapshot, ObjectStore objects) throws IOException {
    var files = new TreeMap<String, byte[]>();
    for (Map.Entry<String, Snapshot.Entry> file : snapshot.files().entrySet()) {
      files.put(file.getKey(), objects.content(file.getValue().content()));
    }
    return Tree.of(files);
  }
}
