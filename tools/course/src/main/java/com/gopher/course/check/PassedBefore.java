package com.gopher.course.check;

import com.gopher.course.state.FileHash;
import com.gopher.course.state.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What has passed once for the same files, libraries and checks, and need not be run again. */
final class PassedBefore {

  private final Path directory;
  private final Tree files;
  private final String asked;

  /**
   * @param judges the class path of the checks: another check is another question
   */
  PassedBefore(Path directory, Tree files, Collection<List<Path>> libraries, List<Path> judges) {
    this.directory = directory;
    this.files = files;
    var all = new ByteArrayOutputStream();
    libraries.stream()
        .flatMap(List::stream)
        .forEach(jar -> add(all, jar.getParent().getFileName() + "/" + jar.getFileName()));
    judges.forEach(judge -> add(all, judge.getFileName() + " " + Fingerprint.of(judge)));
    this.asked = FileHash.of(all.toByteArray());
  }

  private static void add(ByteArrayOutputStream all, String line) {
    all.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  boolean has(Check check) {
    return Files.exists(file(check));
  }

  void add(Check check) {
    try {
      Files.createDirectories(directory);
      Files.writeString(file(check), check.subject() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Check check) {
    var all = new ByteArrayOutputStream();
    add(all, asked);
    for (String path : files.paths()) {
      if (check.reads(path)) {
        add(all, path + " " + FileHash.of(files.file(path).orElseThrow()));
      }
    }
    return directory.resolve(FileHash.of(all.toByteArray()).substring(0, 32) + "-" + check.name());
  }
}
