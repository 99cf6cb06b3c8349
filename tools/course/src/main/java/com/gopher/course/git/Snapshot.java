package com.gopher.course.git;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** The files of a commit, of the index or of the working tree, their content already stored. */
record Snapshot(SortedMap<String, Snapshot.Entry> files) {

  record Entry(FileMode mode, ObjectId content) {}

  Snapshot {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  Snapshot with(Map<String, Entry> more) {
    var all = new TreeMap<>(files);
    all.putAll(more);
    return new Snapshot(all);
  }
}
