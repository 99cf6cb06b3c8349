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
import java.util.stream.Stream;

/** What has passed once for the same sources, libraries and checks, and need not be run again. */
final class PassedBefore {

  private final Path directory;
  private final String judged;

  /**
   * @param judges the class path of the checks: another check is another question
   */
  PassedBefore(Path directory, Tree files, Collection<List<Path>> libraries, List<Path> judges) {
    this.directory = directory;
    var all = new ByteArrayOutputStream();
    for (String path : files.paths()) {
      if (Stream.of(Program.values()).anyMatch(it -> path.startsWith(it.main()))) {
        add(all, path + " " + FileHash.of(files.file(path).orElseThrow()));
      }
    }
    libraries.stream()
        .flatMap(List::stream)
        .forEach(jar -> add(all, jar.getParent().getFileName() + "/" + jar.getFileName()));
    judges.forEach(judge -> add(all, judge.getFileName() + " " + Fingerprint.of(judge)));
    this.judged = FileHash.of(all.toByteArray());
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
    return directory.resolve(judged.substring(0, 32) + "-" + check.getClass().getSimpleName());
  }
}
