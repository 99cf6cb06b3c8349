package com.gopher.course.git;

import java.io.IOException;
import java.nio.file.Path;
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
}
