package com.gopher.course.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.course.MadeUpCourse;
import com.gopher.course.git.LearnerRepository;
import com.gopher.git.QuietGit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheets that a learner answers in: laid out by the course, and then the learner's alone. */
class SheetsTest {

  private static final String SHEET = "answers/sheet.txt";

  @TempDir Path directory;
  private MadeUpCourse course;
  private Path tree;

  @BeforeEach
  void aCourseWhoseSecondCheckpointAsks() {
    course = MadeUpCourse.in(directory.resolve("clone"));
    course.write("docs/tutorial/02-second/answers/sheet.txt", "Yes or no?\n");
    course.write("docs/tutorial/02-second/model/sheet.txt", "Yes or no? yes\n");
    Typed.in(directory.resolve("clone"), course.home(), "start");
    tree = directory.resolve("gopher-course");
  }

  @Test
  void theSheetComesWithItsCheckpointAndIsInNoCommit() throws IOException {
    assertThat(tree.resolve(SHEET)).doesNotExist();

    type("solve");

    assertThat(tree.resolve(SHEET)).hasContent("Yes or no?");
    try (LearnerRepository repository = LearnerRepository.open(tree)) {
      assertThat(repository.treeOf("start/second").has(SHEET)).isFalse();
    }
    Typed.in(directory.resolve("clone"), course.home(), "start", "second", "../other");
    assertThat(directory.resolve("other").resolve(SHEET)).hasContent("Yes or no?");
  }

  @Test
  void whatWasAnsweredIsNeverWrittenOver() throws IOException {
    type("solve");
    answer("no");

    type("start", "--here");
    type("task");
    type("diff");

    assertThat(tree.resolve(SHEET)).hasContent("no");
  }

  @Test
  void aLostSheetComesBack() throws IOException {
    type("solve");
    Files.delete(tree.resolve(SHEET));

    type("start", "--here");

    assertThat(tree.resolve(SHEET)).hasContent("Yes or no?");
  }

  @Test
  void resetLaysOutABlankOneAndKeepsWhatWasAnswered() throws IOException {
    type("solve");
    answer("no");

    type("reset");

    assertThat(tree.resolve(SHEET)).hasContent("Yes or no?");
    assertThat(answerOn("kept/second")).isEqualTo("no\n");
  }

  @Test
  void solveKeepsWhatWasAnsweredAndDiffShowsTheModel() throws IOException {
    type("solve");
    answer("no");

    Typed solved = type("solve");

    assertThat(solved.err()).contains("Answers are in no commit", "./shop tutorial diff second");
    assertThat(answerOn("kept/second")).isEqualTo("no\n");
    assertThat(type("diff", "second").out()).contains("+Yes or no? yes");
  }

  private Typed type(String... words) {
    Typed typed = Typed.in(tree, course.home(), words);
    assertThat(typed.exit()).as(typed.err()).isZero();
    return typed;
  }

  private void answer(String text) throws IOException {
    Files.writeString(tree.resolve(SHEET), text + "\n");
  }

  private String answerOn(String branch) throws IOException {
    try (Repository git = QuietGit.open(tree);
        TreeWalk file =
            TreeWalk.forPath(
                git, SHEET, git.parseCommit(git.resolve("refs/heads/" + branch)).getTree())) {
      return new String(git.open(file.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
    }
  }
}
