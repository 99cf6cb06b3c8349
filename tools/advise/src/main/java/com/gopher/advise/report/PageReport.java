package com.gopher.advise.report;

import com.gopher.advise.code.ModuleFacts;
import com.gopher.advise.code.Obstacle;
import com.gopher.advise.history.People;
import com.gopher.advise.verdict.Answer;
import com.gopher.advise.verdict.ModuleVerdict;
import com.gopher.lab.text.Template;
import com.gopher.lab.text.TextResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The answer as one file of HTML without a script. It asks no network for anything, and its own
 * policy forbids it to.
 */
public final class PageReport {

  private PageReport() {}

  /** A module in the table. */
  private record Row(
      String module,
      String decision,
      String facts,
      String types,
      String tables,
      String commits,
      String crossing,
      String authors) {}

  /** Something between two modules, with some of its places. */
  private record Item(String what, int count, List<String> places) {}

  public static String of(Answer answer) {
    String styles = TextResource.read(PageReport.class, "page.css");
    ModulePicture picture = new ModulePicture(answer);
    return Template.html(
        PageReport.class,
        "page.mustache",
        Map.ofEntries(
            Map.entry("styles", styles),
            Map.entry("stylesHash", hash(styles)),
            Map.entry("project", answer.evidence().project()),
            Map.entry("decision", answer.decision().words()),
            Map.entry("because", answer.because()),
            Map.entry("signs", answer.signs()),
            Map.entry("kind", answer.evidence().kindOfModules()),
            Map.entry("rows", answer.modules().stream().map(it -> row(it, answer)).toList()),
            Map.entry("discs", picture.discs()),
            Map.entry("lines", picture.lines()),
            Map.entry("items", items(answer)),
            Map.entry("flips", answer.flips()),
            Map.entry("cannotKnow", answer.cannotKnow()),
            Map.entry("text", TextReport.of(answer))));
  }

  private static Row row(ModuleVerdict verdict, Answer answer) {
    var facts = answer.evidence().code().found().flatMap(code -> code.of(verdict.module()));
    var change = answer.evidence().people().found().map(people -> people.of(verdict.module()));
    return new Row(
        verdict.module(),
        verdict.decision().words(),
        String.join("; ", verdict.facts()),
        facts.map(ModuleFacts::types).map(String::valueOf).orElse("unknown"),
        facts.map(it -> String.valueOf(it.tables().size())).orElse("unknown"),
        change.map(People.ModuleChange::commits).map(String::valueOf).orElse("unknown"),
        change.map(People.ModuleChange::crossing).map(String::valueOf).orElse("unknown"),
        change.map(People.ModuleChange::authors).map(String::valueOf).orElse("unknown"));
  }

  private static List<Item> items(Answer answer) {
    return answer.evidence().code().found().stream()
        .flatMap(code -> code.modules().stream())
        .flatMap(module -> module.obstacles().stream())
        .distinct()
        .sorted(Obstacle.BIGGEST_FIRST)
        .map(
            each ->
                new Item(
                    each.from() + " " + each.kind().words() + " " + each.to(),
                    each.count(),
                    each.places()))
        .toList();
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
