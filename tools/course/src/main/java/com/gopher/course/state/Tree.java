package com.gopher.course.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The files of a project: paths with forward slashes, and what the files hold. A value. */
public final class Tree {

  private final SortedMap<String, byte[]> files;

  private Tree(SortedMap<String, byte[]> files) {
    this.files = Collections.unmodifiableSortedMap(files);
  }

  public static Tree empty() {
    return new Tree(new TreeMap<>());
  }

  public static Tree of(SortedMap<String, byte[]> files) {
    return new Tree(new TreeMap<>(files));
  }

  public Set<String> paths() {
    return files.keySet();
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  /** The file's bytes; the caller must not change them. */
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  public Optional<String> text(String path) {
    return file(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  public Tree with(String path, byte[] content) {
    var changed = new TreeMap<>(files);
    changed.put(path, content);
    return new Tree(changed);
  }

  /** Both trees' files; where both have one, the other's. */
  public Tree with(Tree other) {
    var changed = new TreeMap<>(files);
    changed.putAll(other.files);
    return new Tree(changed);
  }

  public Tree without(Collection<String> paths) {
    return only(path -> !paths.contains(path));
  }

  public Tree only(Predicate<String> wanted) {
    var kept = new TreeMap<String, byte[]>();
    files.forEach(
        (path, content) -> {
          if (wanted.test(path)) {
            kept.put(path, content);
          }
        });
    return new Tree(kept);
  }

  /** The files of this tree that the other one does not have, or has with other content. */
  public Tree differingFrom(Tree other) {
    return only(path -> !Arrays.equals(files.get(path), other.files.get(path)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree tree
        && paths().equals(tree.paths())
        && differingFrom(tree).paths().isEmpty();
  }

  @Override
  public int hashCode() {
    return paths().hashCode();
  }

  @Override
  public String toString() {
    return "Tree" + paths();
  }
}
