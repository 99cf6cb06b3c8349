package com.gopher.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietGitTest {

  @TempDir Path directory;

  @Test
  void theRepositoryAroundADirectoryIsFound() throws IOException {
    Path below = Files.createDirectories(directory.resolve("clone/a/b"));
    try (Repository made = QuietGit.open(directory.resolve("clone"))) {
      made.create();
    }

    try (Repository found = QuietGit.around(below).orElseThrow()) {
      assertThat(found.getWorkTree().toPath()).isEqualTo(directory.resolve("clone"));
    }
  }

  @Test
  void aDirectoryOutsideAnyRepositoryHasNone() throws IOException {
    assertThat(QuietGit.around(directory)).isEmpty();
  }
}
