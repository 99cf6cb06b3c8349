package com.gopher.course.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Checkpoint;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.LearnerTree;
import com.gopher.git.NoConfiguration;
import com.gopher.git.QuietGit;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own git configuration changes nothing of what the course writes or keeps. */
class HostileConfigurationTest {

  private static final String MINE = MadeUpCourse.SHOP + "Mine.java";

  @TempDir Path directory;
  private MadeUpCourse course;
  private File homeOfTheMachine;

  @BeforeEach
  void makeTheCourse() {
    course = MadeUpCourse.in(directory.resolve("clone"));
    homeOfTheMachine = FS.DETECTED.userHome();
  }

  @AfterEach
  void goHome() {
    FS.DETECTED.setUserHome(homeOfTheMachine);
    readTheConfigurationOfTheMachine();
    SystemReader.setInstance(new NoConfiguration(SystemReader.getInstance()));
  }

  @Test
  void commitsFilesAndIndexAreTheSame() throws IOException {
    String harmless = solved("harmless");
    useAHostileConfiguration();

    assertThat(solved("hostile")).isEqualTo(harmless);
    assertThat(filesIn("hostile")).isEqualTo(filesIn("harmless"));
  }

  @Test
  void noHookIsRunAndNothingOfATemplateIsCopied() throws IOException {
    useAHostileConfiguration();

    solved("hostile");

    assertThat(directory.resolve("hook-was-run")).doesNotExist();
    assertThat(directory.resolve("hostile/.git/from-template")).doesNotExist();
  }

  @Test
  void whatTheUserIgnoresEverywhereIsKeptLikeTheRest() throws IOException {
    useAHostileConfiguration();
    assertThat(keptByAReset("tree")).contains("mine");
  }

  @Test
  void withTheConfigurationOfTheMachineItWouldBeLost() throws IOException {
    useAHostileConfiguration();
    keptByAReset("another");
    readTheConfigurationOfTheMachine();

    assertThat(keptByAReset("tree")).isEmpty();
  }

  @Test
  @Tag("seconds")
  void anInstalledGitFindsNothingChangedEither() throws Exception {
    useAHostileConfiguration();
    solved("tree");

    var git = new ProcessBuilder("git", "status", "--porcelain");
    git.directory(directory.resolve("tree").toFile()).redirectErrorStream(true);
    git.environment().put("GIT_CONFIG_GLOBAL", home().resolve(".gitconfig").toString());
    Process status = git.start();

    assertThat(new String(status.getInputStream().readAllBytes())).isEmpty();
    assertThat(status.waitFor()).isZero();
  }

  private static void readTheConfigurationOfTheMachine() {
    SystemReader.setInstance(null);
  }

  private Path home() {
    return directory.resolve("home");
  }

  /** Everything that a global configuration could do to a repository which it does not know. */
  private void useAHostileConfiguration() throws IOException {
    Path hooks = Files.createDirectories(home().resolve("hooks"));
    for (String hook : new String[] {"pre-commit", "commit-msg", "post-checkout"}) {
      Path script = hooks.resolve(hook);
      Files.writeString(
          script, "#!/bin/sh\ntouch '%s'\nexit 1\n".formatted(directory.resolve("hook-was-run")));
      script.toFile().setExecutable(true);
    }
    Path template = Files.createDirectories(home().resolve("template"));
    Files.writeString(template.resolve("from-template"), "x");
    Files.writeString(home().resolve("ignored"), "*.java\nlib/\n");
    Files.writeString(
        home().resolve(".gitconfig"),
        """
        [user]
          name = Somebody Else
          email = else@example.invalid
          signingKey = 0xDEADBEEF
        [commit]
          gpgSign = true
        [tag]
          gpgSign = true
          forceSignAnnotated = true
        [gpg]
          program = /nowhere/gpg
        [core]
          autocrlf = true
          eol = crlf
          fileMode = false
          symlinks = false
          hooksPath = %1$s/hooks
          excludesFile = %1$s/ignored
        [init]
          defaultBranch = trunk
          templateDir = %1$s/template
        """
            .formatted(home().toString().replace('\\', '/')));
    FS.DETECTED.setUserHome(home().toFile());
  }

  /** Solves the first checkpoint in a new tree; the id of the newest commit. */
  private String solved(String name) throws IOException {
    try (LearnerTree tree = begin(name, course.home().course().first())) {
      tree.solve(tree.current());
    }
    try (Repository git = QuietGit.open(directory.resolve(name))) {
      assertThat(git.getBranch()).isEqualTo("main");
      return git.resolve("HEAD").name();
    }
  }

  private Tree filesIn(String name) {
    try (LearnerTree tree =
        LearnerTree.around(directory.resolve(name), course.home()).orElseThrow()) {
      return tree.files();
    }
  }

  /** What a reset keeps of a file that git has never seen. */
  private Optional<String> keptByAReset(String name) throws IOException {
    try (LearnerTree tree = begin(name, course.home().course().first())) {
      Files.writeString(directory.resolve(name).resolve(MINE), "mine");
      Optional<String> branch = tree.reset(tree.current());
      return branch.flatMap(it -> at(directory.resolve(name), it));
    }
  }

  private static Optional<String> at(Path root, String branch) {
    try (Repository git = QuietGit.open(root)) {
      var objects = new ObjectStore(git);
      Snapshot files = objects.ofCommit(git.resolve(branch));
      return files.has(MINE)
          ? Optional.of(new String(objects.content(files.files().get(MINE).content())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LearnerTree begin(String name, Checkpoint checkpoint) {
    return LearnerTree.write(directory.resolve(name), course.home(), checkpoint);
  }
}
