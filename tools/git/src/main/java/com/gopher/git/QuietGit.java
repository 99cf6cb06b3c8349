package com.gopher.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/** Opens repositories without any configuration but their own. */
public final class QuietGit {

  static {
    SystemReader.setInstance(new NoConfiguration(SystemReader.getInstance()));
  }

  private QuietGit() {}

  /** The repository of the working tree with this root; it need not exist yet. */
  public static Repository open(Path root) throws IOException {
    return new FileRepositoryBuilder()
        .setWorkTree(root.toFile())
        .setGitDir(root.resolve(".git").toFile())
        .build();
  }

  /** The repository that a file or directory lies in; empty if it lies in none. */
  public static Optional<Repository> around(Path inside) throws IOException {
    var builder = new FileRepositoryBuilder().findGitDir(inside.toAbsolutePath().toFile());
    return builder.getGitDir() == null ? Optional.empty() : Optional.of(builder.build());
  }
}
