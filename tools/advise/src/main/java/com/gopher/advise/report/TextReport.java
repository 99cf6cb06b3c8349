package com.gopher.advise.report;

import com.gopher.advise.code.Code;
import com.gopher.advise.code.ModuleFacts;
import com.gopher.advise.code.Obstacle;
import com.gopher.advise.history.People;
import com.gopher.advise.price.Price;
import com.gopher.advise.traffic.Traffic;
import com.gopher.advise.verdict.Answer;
import com.gopher.advise.verdict.ModuleVerdict;
import com.gopher.advise.verdict.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The answer for a terminal. */
public final class TextReport {

  private static final int OBSTACLES = 10;
  private static final int PLACES = 3;

  private final Answer answer;
  private final List<String> lines = new ArrayList<>();

  private TextReport(Answer answer) {
    this.answer = answer;
  }

  public static String of(Answer answer) {
    TextReport report = new TextReport(answer);
    report.write();
    return String.join("\n", report.lines);
  }

  private void write() {
    line("When to move: %s", answer.evidence().project());
    line("Answer: %s. %s", answer.decision().words(), answer.because());
    signs();
    modules();
    answer.evidence().people().found().ifPresent(this::people);
    answer.evidence().traffic().found().ifPresent(this::traffic);
    size();
    distance();
    heading("What would flip the answer");
    answer.flips().forEach(flip -> line("  %s", flip));
    heading("What this cannot know");
    answer.cannotKnow().forEach(each -> line("  %s", each));
    price();
  }

  private void signs() {
    heading("Signs");
    for (Sign sign : answer.signs()) {
      line("  %-8s %-8s %s", sign.name(), sign.outcome().words(), sign.evidence());
      line("  %-8s %-8s against: %s", "", "", sign.threshold());
    }
  }

  private void modules() {
    heading("Modules (each is a " + answer.evidence().kindOfModules() + ")");
    int widest = answer.modules().stream().mapToInt(each -> each.module().length()).max().orElse(1);
    for (ModuleVerdict module : answer.modules()) {
      line(
          "  %-" + widest + "s  %-23s %s",
          module.module(),
          module.decision().words(),
          String.join("; ", module.facts()));
    }
  }

  private void people(People people) {
    heading("People, " + people.from() + " to " + people.until());
    line("  merges: %s; releases by tag: %s", people.merges(), people.releases());
    line(
        "  commits that change several modules: %s of %s, by %s of %s authors",
        people.crossingCommits(), people.commits(), people.crossingAuthors(), people.authors());
    line(
        "  commits of very many files: %s; they count for people and not for modules",
        people.sweeping());
    if (!people.bots().isEmpty()) {
      line("  left out as bots: %s", String.join(", ", people.bots()));
    }
    for (People.BusyFile file : people.busiest()) {
      line(
          "  %s people in one month, %s commits: %s",
          file.authorsInAMonth(), file.commits(), file.file());
    }
  }

  private void traffic(Traffic traffic) {
    heading("Traffic");
    for (Traffic.ModuleTraffic module : traffic.modules()) {
      line(
          "  %-16s %,d requests, %.1f %%%s",
          module.module(),
          module.requests(),
          100 * module.share(),
          module.peak() == 0
              ? ""
              : String.format(Locale.ROOT, ", busiest minute %.1f times the mean", module.peak()));
    }
    line(
        "  %,d requests to no module, %,d lines unreadable",
        traffic.unmapped(), traffic.unreadable());
    for (Traffic.RouteOfModule route : traffic.routes()) {
      line(
          "  %s is of %s (%s); change it with --route PATH=MODULE",
          route.path(), route.module(), route.source());
    }
  }

  private void size() {
    List<ModuleFacts> modules =
        answer.evidence().code().found().map(Code::modules).orElse(List.of());
    if (!modules.isEmpty()) {
      heading("Size");
    }
    for (ModuleFacts module : modules) {
      line(
          "  %s: types %s (public %s, used by others %s), tables %s, SQL texts %s, events %s",
          module.module(),
          module.types(),
          module.publicTypes(),
          module.usedTypes(),
          module.tables().size(),
          module.sqlTexts(),
          module.events());
      line(
          "    needs %s; needed by %s%s",
          names(module.needs()), names(module.neededBy()), cycle(module));
    }
  }

  private static String names(Set<String> modules) {
    return modules.isEmpty() ? "none" : String.join(", ", modules);
  }

  private static String cycle(ModuleFacts module) {
    return module.cycle().isEmpty() ? "" : "; in a cycle with " + names(module.cycle());
  }

  private void distance() {
    answer
        .evidence()
        .code()
        .found()
        .ifPresent(
            code -> {
              List<Obstacle> all =
                  code.modules().stream()
                      .flatMap(module -> module.obstacles().stream())
                      .distinct()
                      .sorted(Obstacle.BIGGEST_FIRST)
                      .toList();
              heading("What stands between the modules, biggest first");
              all.stream().limit(OBSTACLES).forEach(this::obstacle);
              if (all.size() > OBSTACLES) {
                line("  and %s more: --json has them all", all.size() - OBSTACLES);
              }
            });
  }

  private void obstacle(Obstacle obstacle) {
    line(
        "  %s %s %s: %s",
        obstacle.from(), obstacle.kind().words(), obstacle.to(), obstacle.count());
    obstacle.places().stream().limit(PLACES).forEach(place -> line("    %s", place));
  }

  private void price() {
    heading("Price: what this move cost the Gopher Shop");
    answer
        .evidence()
        .price()
        .found()
        .ifPresentOrElse(
            price -> {
              line(
                  "  measured %s; one process before, a process for the part that left and a broker after",
                  price.measured());
              price.items().forEach(this::item);
            },
            () -> line("  unknown: %s", answer.evidence().price().unknown()));
  }

  private void item(Price.Item item) {
    if (item.isCounted()) {
      line(
          "  %-40s %,.0f to %,.0f %s (%.2f times; counted)",
          item.measure(), item.before(), item.after(), item.unit(), item.ratio());
      return;
    }
    line(
        "  %-40s %,.1f to %,.1f %s (%.2f times; 95 %%: %.2f to %.2f; noise: %.2f to %.2f)%s",
        item.measure(),
        item.before(),
        item.after(),
        item.unit(),
        item.ratio(),
        item.low(),
        item.high(),
        item.noiseLow(),
        item.noiseHigh(),
        item.shown() ? "" : ", no more than noise");
  }

  private void heading(String text) {
    lines.add("");
    lines.add(text);
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
