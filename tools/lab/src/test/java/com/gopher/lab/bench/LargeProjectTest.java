package com.gopher.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("seconds")
class LargeProjectTest {

  @Test
  void itHasAllItsClassesAndItsWholeHistory() throws Exception {
    try (var workplace = new Workplace()) {
      Path root = workplace.directory("project");
      var project = new LargeProject(80, 30);

      project.make(root, workplace);

      for (String module : project.modules()) {
        assertThat(root.resolve("target/classes/com/large/" + module)).isNotEmptyDirectory();
      }
      assertThat(root.resolve("target/classes/com/large/modulet/Part79.class")).exists();
      TypedCommand commits =
          TypedCommand.run(
              root, List.of("git", "log", "--since", "370 days ago", "--format=%ae"), workplace);
      assertThat(commits.output().lines()).hasSize(30).allMatch(it -> it.contains("@large"));
    }
  }
}
