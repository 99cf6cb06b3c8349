package com.gopher.course.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.tree.LearnerTree;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @TempDir Path directory;
  private MadeUpCourse course;

  @BeforeEach
  void makeTheCourse() {
    course = MadeUpCourse.in(directory.resolve("clone"));
  }

  @Test
  void thereIsACommitAndATagForEachStateUpToTheCheckpoint() throws IOException {
    Path tree = write("tree");

    assertThat(tagsOf(tree)).contains("start/first", "solution/first", "start/second");
    try (Repository git = QuietGit.open(tree);
        RevWalk commits = new RevWalk(git)) {
      commits.markStart(commits.parseCommit(git.resolve("HEAD")));
      assertThat(commits).hasSize(3);
      assertThat(git.getBranch()).isEqualTo("main");
      assertThat(git.resolve("HEAD")).isEqualTo(git.resolve("refs/tags/start/second"));
    }
  }

  @Test
  void theCommitIdsAreTheSameInEachTree() throws IOException {
    assertThat(id(write("one"))).isEqualTo(id(write("two with spaces and ü")));
  }

  @Test
  void anEditOfTheCourseGivesOtherCommitIds() throws IOException {
    String before = id(write("one"));
    course.write("docs/tutorial/tree/README.md", "# Other\n");

    assertThat(id(write("two"))).isNotEqualTo(before);
  }

  @Test
  void theIndexIsWhatWasCommitted() throws Exception {
    Path tree = write("tree");

    try (var git = Git.wrap(QuietGit.open(tree))) {
      assertThat(git.status().call().isClean()).isTrue();
    }
  }

  @Test
  void theLauncherCanBeExecuted() {
    assertThat(write("tree").resolve("shop")).isExecutable();
  }

  @Test
  void theCloneMayMove() throws IOException {
    Path tree = write("tree");
    String before = id(tree);
    Files.move(directory.resolve("clone"), directory.resolve("moved"));

    assertThat(id(tree)).isEqualTo(before);
    assertThat(tree.resolve(MadeUpCourse.BELL)).exists();
  }

  private static List<String> tagsOf(Path tree) throws IOException {
    try (Repository git = QuietGit.open(tree)) {
      return git.getRefDatabase().getRefsByPrefix("refs/tags/").stream()
          .map(ref -> ref.getName().substring("refs/tags/".length()))
          .toList();
    }
  }

  private Path write(String name) {
    Path root = directory.resolve(name);
    var home = course.home();
    LearnerTree.write(root, home, home.course().find("second").orElseThrow()).close();
    return root;
  }

  private static String id(Path tree) throws IOException {
    try (Repository git = QuietGit.open(tree)) {
      return git.resolve("HEAD").name();
    }
  }
}
