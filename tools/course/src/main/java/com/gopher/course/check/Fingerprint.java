package com.gopher.course.check;

import com.gopher.course.state.Directory;
import com.gopher.course.state.FileHash;
import com.gopher.course.state.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hash of a jar, or of a directory of classes. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(Path place) {
    try {
      return Files.isDirectory(place)
          ? ofDirectory(Directory.read(place))
          : FileHash.of(Files.readAllBytes(place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ofDirectory(Tree tree) {
    var all = new StringBuilder();
    tree.paths()
        .forEach(path -> all.append(path).append(FileHash.of(tree.file(path).orElseThrow())));
    return FileHash.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}
