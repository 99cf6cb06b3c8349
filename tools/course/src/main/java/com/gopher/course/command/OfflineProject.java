package com.gopher.course.command;

import com.gopher.course.state.Checkpoint;
import com.gopher.course.tree.CourseHome;
import com.gopher.course.tree.LearnerTree;
import com.gopher.lab.system.Directories;
import com.gopher.launcher.console.CouldNotRun;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A project of the course that Maven builds once, so that it has fetched what {@code mvn verify}
 * and an IDE need in any of them: the pom is the same at each checkpoint. Maven fetches what runs
 * tests when a test runs, so one does.
 */
final class OfflineProject {

  private static final String QUICK_TEST = "MoneyTest";

  private final CourseHome home;

  OfflineProject(CourseHome home) {
    this.home = home;
  }

  /**
   * @throws CouldNotRun if Maven fails, with what it said
   */
  void verifyOnce() throws InterruptedException {
    List<Checkpoint> checkpoints = home.course().checkpoints();
    try {
      Files.createDirectories(home.cache());
      Path directory = Files.createTempDirectory(home.cache(), "prepare-");
      try {
        LearnerTree.write(
                directory.resolve("project"), home, checkpoints.get(checkpoints.size() - 1))
            .close();
        verify(directory);
      } finally {
        Directories.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void verify(Path directory) throws IOException, InterruptedException {
    Path log = directory.resolve("maven.log");
    var builder =
        new ProcessBuilder(
                File.separatorChar == '\\' ? "mvn.cmd" : "mvn",
                "-q",
                "-B",
                "verify",
                "-Dtest=" + QUICK_TEST,
                "-Dsurefire.failIfNoSpecifiedTests=false")
            .directory(directory.resolve("project").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process maven = builder.start();
    try {
      if (maven.waitFor() != 0) {
        throw new CouldNotRun(
            "Maven could not build a project of the course, so this machine is not ready for work without a network. The course itself is built and can be used. What Maven said is below; run the same command again.\n"
                + Files.readString(log).strip());
      }
    } finally {
      maven.destroy();
    }
  }
}
