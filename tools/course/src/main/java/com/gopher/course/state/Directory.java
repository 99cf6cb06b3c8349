package com.gopher.course.state;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads files into a {@link Tree} and writes a tree's files. */
public final class Directory {

  private Directory() {}

  /** All regular files below; an absent directory has none. */
  public static Tree read(Path root) {
    if (!Files.isDirectory(root)) {
      return Tree.empty();
    }
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> found = Files.walk(root)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(portable(root.relativize(file)), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Tree.of(files);
  }

  public static void write(Tree tree, Path root) {
    tree.paths().forEach(path -> write(root.resolve(path), tree.file(path).orElseThrow()));
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String portable(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
