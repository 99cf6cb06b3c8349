package com.gopher.advise.history;

import com.gopher.git.QuietGit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

/**
 * A repository whose history is known, since it is written here. The working tree is the last
 * commit.
 */
public final class MadeUpHistory {

  private final Path root;
  private final TreeMap<String, String> files = new TreeMap<>();
  private Instant clock;
  private ObjectId head;

  private MadeUpHistory(Path root, Instant begin) {
    this.root = root;
    this.clock = begin;
  }

  /** An empty repository; each commit comes an hour after the one before. */
  public static MadeUpHistory in(Path root, Instant begin) {
    try (Repository git = QuietGit.open(root)) {
      git.create();
      git.updateRef(Constants.HEAD).link("refs/heads/main");
      return new MadeUpHistory(root, begin);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public MadeUpHistory with(String file, String text) {
    files.put(file, text);
    return this;
  }

  public MadeUpHistory without(String file) {
    files.remove(file);
    return this;
  }

  public MadeUpHistory later(long seconds) {
    clock = clock.plusSeconds(seconds);
    return this;
  }

  /** Commits all files as they are now. */
  public ObjectId commit(String name, String address, String message) {
    head = write(name, address, message, head == null ? List.of() : List.of(head));
    return head;
  }

  /** A commit of two parents. */
  public ObjectId merge(String name, String address, ObjectId other) {
    head = write(name, address, "Merge", List.of(head, other));
    return head;
  }

  /** Goes on from an earlier commit, with the files as they are now. */
  public MadeUpHistory from(ObjectId commit) {
    head = commit;
    return this;
  }

  public void tag(String name) {
    try (Repository git = QuietGit.open(root)) {
      var tag = git.updateRef(Constants.R_TAGS + name);
      tag.setNewObjectId(head);
      tag.update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the clone a partial one, which lacks the content of a file. */
  public void leaveOut(String text) {
    try (var formatter = new ObjectInserter.Formatter()) {
      String id = formatter.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)).name();
      Files.delete(
          root.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the clone a shallow one that ends at a commit. */
  public void cutAt(ObjectId commit) {
    try {
      Files.writeString(root.resolve(".git/shallow"), commit.name() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectId write(String name, String address, String message, List<ObjectId> parents) {
    clock = clock.plusSeconds(3600);
    try (Repository git = QuietGit.open(root);
        ObjectInserter inserter = git.newObjectInserter()) {
      var commit = new CommitBuilder();
      commit.setTreeId(tree(inserter));
      commit.setParentIds(parents);
      commit.setAuthor(new PersonIdent(name, address, clock, ZoneOffset.UTC));
      commit.setCommitter(new PersonIdent(name, address, clock, ZoneOffset.UTC));
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      var branch = git.updateRef(Constants.HEAD);
      branch.setNewObjectId(id);
      branch.forceUpdate();
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectId tree(ObjectInserter inserter) throws IOException {
    DirCache cache = DirCache.newInCore();
    DirCacheBuilder builder = cache.builder();
    for (var file : files.entrySet()) {
      var entry = new DirCacheEntry(file.getKey());
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(
          inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
      builder.add(entry);
    }
    builder.finish();
    return cache.writeTree(inserter);
  }
}
