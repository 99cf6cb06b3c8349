package com.gopher.lab.bench;

import com.gopher.lab.machine.Machine;
import com.gopher.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long {@code ./shop advise} takes on a project with a long history and many classes. */
public final class AdviseBenchmark implements Benchmark {

  private static final int ROUNDS = 3;

  private final Path clone;
  private final LargeProject project;

  /**
   * @param clone with the script {@code shop}, and built
   */
  public AdviseBenchmark(Path clone, int classes, int commits) {
    this.clone = clone;
    this.project = new LargeProject(classes, commits);
  }

  @Override
  public BenchmarkReport run(Console console) throws IOException, InterruptedException {
    Machine machine = Machine.here();
    try (var workplace = new Workplace()) {
      Path made = workplace.directory("project");
      console.narrate("Making a project of %s ...", project);
      project.make(made, workplace);
      console.narrate("Listing its history by git, and asking for advice %s times ...", ROUNDS);
      TypedCommand listed =
          expect(
              TypedCommand.run(
                  made, List.of("git", "log", "--name-only", "--pretty=format:%H %ae"), workplace));
      var advised = new ArrayList<TypedCommand>();
      for (int round = 0; round < ROUNDS; round++) {
        advised.add(advised(made, workplace));
      }
      return project
          .describedIn(BenchmarkText.of("advise"))
          .with("rounds", ROUNDS)
          .figure("floor", listed.seconds())
          .figure("clock", advised.stream().mapToDouble(TypedCommand::seconds).max().orElseThrow())
          .figure("cpu", advised.stream().mapToDouble(TypedCommand::cpuSeconds).max().orElseThrow())
          .figure("memory", advised.stream().mapToLong(TypedCommand::megabytes).max().orElseThrow())
          .report(machine);
    }
  }

  private TypedCommand advised(Path made, Workplace workplace)
      throws IOException, InterruptedException {
    TypedCommand typed =
        expect(
            TypedCommand.run(
                clone, List.of("./shop", "advise", made.toString(), "--json"), workplace));
    for (String module : project.modules()) {
      if (!typed.output().contains("\"" + module + "\"")) {
        throw new IOException("./shop advise said nothing about the module " + module);
      }
    }
    return typed;
  }

  private static TypedCommand expect(TypedCommand typed) throws IOException {
    if (typed.exit() != 0) {
      throw new IOException("a command ended with " + typed.exit() + ": " + typed.output().strip());
    }
    return typed;
  }
}
