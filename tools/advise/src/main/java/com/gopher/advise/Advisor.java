package com.gopher.advise;

import com.gopher.advise.code.Code;
import com.gopher.advise.code.CodeReader;
import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.history.HistoryReader;
import com.gopher.advise.history.Window;
import com.gopher.advise.module.SourceTree;
import com.gopher.advise.price.PriceReader;
import com.gopher.advise.text.Shareable;
import com.gopher.advise.traffic.Routes;
import com.gopher.advise.traffic.Traffic;
import com.gopher.advise.traffic.TrafficReader;
import com.gopher.advise.verdict.Answer;
import com.gopher.advise.verdict.Findings;
import com.gopher.advise.verdict.Verdicts;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers when to move: collects the evidence, and lays it beside the three signs. */
public final class Advisor {

  private final Clock clock;

  public Advisor(Clock clock) {
    this.clock = clock;
  }

  /**
   * Answers a question.
   *
   * @throws CouldNotRun if the question names what is not there
   */
  public Answer answer(Question question) {
    Path project = question.project();
    if (!Files.isDirectory(project)) {
      throw new CouldNotRun(
          project + " is no directory. Nothing was read. Name the directory of a project.");
    }
    Window window =
        Window.parse(question.since(), clock)
            .orElseThrow(
                () ->
                    new CouldNotRun(
                        "--since "
                            + question.since()
                            + " is no time before today. Nothing was read. Write 90d, 8w, 12m, 2y or a day such as 2026-01-31."));
    SourceTree sources = sources(project);
    Modules modules = Modules.of(question, sources);
    Set<String> names = modules.map().names();
    refuseUnknown(question, names);
    Evidence<Code> code =
        modules.structure().map(structure -> new CodeReader(structure, sources).read());
    return new Verdicts(question.thresholds())
        .answer(
            new Findings(
                Shareable.line(project.toString()),
                modules.map().kind(),
                List.copyOf(names),
                new HistoryReader(window, modules.map()).read(project),
                traffic(question.traffic(), question, modules),
                code,
                PriceReader.read(question.price())));
  }

  private static SourceTree sources(Path project) {
    try {
      return SourceTree.of(project);
    } catch (IOException e) {
      throw new CouldNotRun(
          project + " cannot be read. Nothing was written. Name a directory that you may read.", e);
    }
  }

  private static void refuseUnknown(Question question, Set<String> names) {
    for (String module : question.routes().values()) {
      if (!names.contains(module)) {
        throw new CouldNotRun(
            "--route names the module '"
                + module
                + "', and there is none of that name. Nothing was written. The modules are "
                + String.join(", ", names)
                + ".");
      }
    }
  }

  private static Evidence<Traffic> traffic(
      @Nullable Path file, Question question, Modules modules) {
    if (file == null) {
      return Evidence.unknown(
          "No traffic was given; name an access log or the text of a Prometheus endpoint: --traffic FILE.");
    }
    Routes routes =
        Routes.of(
            question.routes(),
            modules.structure().map(structure -> structure.routes()).found().orElse(List.of()),
            modules.map().names());
    try {
      return new TrafficReader(routes).read(file);
    } catch (IOException e) {
      throw new CouldNotRun(
          file + " cannot be read. Nothing was written. Name a file that exists: --traffic FILE.",
          e);
    }
  }
}
