package com.gopher.course.command;

import static com.gopher.course.MadeUpCourse.BELL;
import static com.gopher.course.MadeUpCourse.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.state.Directory;
import com.gopher.course.state.Tree;
import com.gopher.course.tree.LearnerTree;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a learner has written is in a file or in a commit after each command of ours. */
class NothingIsLostTest {

  @TempDir Path directory;
  private MadeUpCourse course;
  private Path tree;

  @BeforeEach
  void start() {
    course = MadeUpCourse.in(directory.resolve("clone"));
    Typed.in(directory.resolve("clone"), course.home(), "start");
    tree = directory.resolve("gopher-course");
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "list", "hint", "diff", "solve", "reset", "start --here"})
  void eachCommandKeepsWhatIsUncommittedStagedUntrackedAndIgnored(String command) throws Exception {
    commitByTheLearner(SHOP + "Committed.java");
    write(BELL, "staged, then changed again: staged");
    stage();
    write(BELL, "uncommitted");
    write(SHOP + "Mine.java", "untracked");
    write("target/notes.txt", "ignored");
    write("diary.log", "ignored at the top");
    write(".gitignore", "*.log\ntarget/\nlib/\n.course/\n" + SHOP + "Window.java\n");
    write(SHOP + "Window.java", "ignored where the course writes");

    Typed typed = Typed.in(tree, course.home(), command.split(" "));

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(
            missingOf(
                "staged, then changed again: staged",
                "uncommitted",
                "untracked",
                "ignored",
                "ignored at the top",
                "ignored where the course writes",
                "committed by the learner"))
        .isEmpty();
  }

  @Test
  void resetGoesBackAndSaysWhereTheWorkIs() throws IOException {
    Tree start = Directory.read(tree).only(path -> !path.startsWith(".git/"));
    write(BELL, "mine");
    write(SHOP + "Mine.java", "untracked");
    Files.delete(tree.resolve("README.md"));

    Typed typed = Typed.in(tree, course.home(), "reset");

    assertThat(typed.err()).contains("kept/first");
    assertThat(Directory.read(tree).only(path -> !path.startsWith(".git/"))).isEqualTo(start);
    assertThat(contentAt("kept/first", BELL)).isEqualTo("mine");
    assertThat(contentAt("kept/first", SHOP + "Mine.java")).isEqualTo("untracked");
  }

  @Test
  void aSecondResetKeepsOnAnotherBranch() throws IOException {
    write(BELL, "one");
    Typed.in(tree, course.home(), "reset");
    write(BELL, "two");
    Typed.in(tree, course.home(), "reset");

    assertThat(contentAt("kept/first", BELL)).isEqualTo("one");
    assertThat(contentAt("kept/first-2", BELL)).isEqualTo("two");
  }

  @Test
  void aResetOfNothingMakesNoBranch() throws IOException {
    assertThat(Typed.in(tree, course.home(), "reset").err()).doesNotContain("kept/");

    try (Repository git = QuietGit.open(tree)) {
      assertThat(git.getRefDatabase().getRefsByPrefix("refs/heads/")).hasSize(1);
    }
  }

  @Test
  void solvingAllTheWayGivesTheCommitIdsOfTheCourse() throws IOException {
    Typed.in(tree, course.home(), "solve");
    Typed.in(directory.resolve("clone"), course.home(), "start", "second", "../other");

    try (Repository mine = QuietGit.open(tree);
        Repository other = QuietGit.open(directory.resolve("other"))) {
      assertThat(mine.resolve("refs/tags/start/second"))
          .isEqualTo(other.resolve("refs/tags/start/second"));
    }
  }

  @Test
  void changedLineEndingsAreNoChange() throws IOException {
    String text = Files.readString(tree.resolve(BELL));
    write(BELL, text.replace("\n", "\r\n"));

    assertThat(Typed.in(tree, course.home(), "diff").out()).isEqualTo("Nothing differs.\n");
    assertThat(Typed.in(tree, course.home(), "reset").err()).doesNotContain("kept/");
  }

  @Test
  void inTheMiddleOfAMergeNothingIsChanged() throws IOException {
    write(BELL, "mine");
    Files.writeString(tree.resolve(".git/MERGE_HEAD"), ObjectId.toString(head()) + "\n");

    Typed typed = Typed.in(tree, course.home(), "reset");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("Nothing was changed");
    assertThat(tree.resolve(BELL)).hasContent("mine");
  }

  @Test
  void theFileOfTheLearnerStaysWhereTheNextCheckpointGivesOne() throws IOException {
    write(SHOP + "Window.java", "a window of mine");
    try (var mine = LearnerTree.around(tree, course.home()).orElseThrow()) {
      mine.commitWork(mine.current());

      assertThat(mine.begin(course.home().course().find("second").orElseThrow()))
          .containsExactly(SHOP + "Window.java");
    }
    assertThat(tree.resolve(SHOP + "Window.java")).hasContent("a window of mine");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(tree.resolve(path).getParent());
    Files.writeString(tree.resolve(path), text);
  }

  private void stage() throws Exception {
    try (Git git = Git.wrap(QuietGit.open(tree))) {
      git.add().addFilepattern(".").call();
    }
  }

  private void commitByTheLearner(String path) throws Exception {
    try (Git git = Git.wrap(QuietGit.open(tree))) {
      write(path, "committed by the learner");
      git.add().addFilepattern(path).call();
      git.commit()
          .setOnly(path)
          .setMessage("mine")
          .setAuthor("A", "a@b")
          .setCommitter("A", "a@b")
          .call();
    }
  }

  private ObjectId head() throws IOException {
    try (Repository git = QuietGit.open(tree)) {
      return git.resolve("HEAD");
    }
  }

  private String contentAt(String branch, String path) throws IOException {
    try (Repository git = QuietGit.open(tree);
        RevWalk commits = new RevWalk(git);
        TreeWalk file =
            TreeWalk.forPath(git, path, commits.parseCommit(git.resolve(branch)).getTree())) {
      return new String(git.open(file.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
    }
  }

  private Set<String> missingOf(String... texts) throws IOException {
    var missing = new HashSet<>(Set.of(texts));
    missing.removeAll(everythingThereIs());
    return missing;
  }

  /** The content of all files, of the index, and of all commits that a branch or a tag leads to. */
  private Set<String> everythingThereIs() throws IOException {
    var all = new HashSet<String>();
    Tree files = Directory.read(tree);
    files.paths().forEach(path -> all.add(files.text(path).orElseThrow()));
    try (Repository git = QuietGit.open(tree);
        RevWalk commits = new RevWalk(git)) {
      for (Ref ref : git.getRefDatabase().getRefsByPrefix("refs/")) {
        commits.markStart(commits.parseCommit(ref.getObjectId()));
      }
      DirCache index = git.readDirCache();
      for (int i = 0; i < index.getEntryCount(); i++) {
        all.add(
            new String(
                git.open(index.getEntry(i).getObjectId()).getBytes(), StandardCharsets.UTF_8));
      }
      for (RevCommit commit : commits) {
        try (TreeWalk walk = new TreeWalk(git)) {
          walk.addTree(commit.getTree());
          walk.setRecursive(true);
          while (walk.next()) {
            all.add(new String(git.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8));
          }
        }
      }
    }
    return all;
  }
}
