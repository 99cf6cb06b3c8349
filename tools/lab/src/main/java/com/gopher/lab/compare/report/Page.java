package com.gopher.lab.compare.report;

import static com.gopher.lab.compare.report.Html.element;
import static com.gopher.lab.compare.report.Html.text;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.statistics.Band;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report as one file of HTML: it asks no network for anything, and its own policy forbids it
 * to. All text stands in the page; the script draws the charts, each beside its table.
 */
public final class Page {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private final Report report;

  public Page(Report report) {
    this.report = report;
  }

  /** What the page's script needs to draw one chart. */
  private record Drawing(String id, Chart chart) {}

  /**
   * Writes {@code report.html} and returns where it is.
   *
   * @throws CouldNotRun if the directory cannot be written to
   */
  public Path write(Path directory) {
    Path page = directory.resolve("report.html");
    try {
      Files.createDirectories(directory);
      return Files.writeString(page, html()).toAbsolutePath().normalize();
    } catch (IOException e) {
      throw new CouldNotRun(
          "%s cannot be written: %s. The report itself is unchanged. Name another directory with --out DIR."
              .formatted(page, e.getMessage()),
          e);
    }
  }

  String html() {
    String library = resource("echarts.common.min.js");
    String drawing = resource("report.js");
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-%s' 'sha256-%s'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <link rel="icon" href="data:,">
        <style>
        %s</style>
        </head>
        <body>
        <a class="skip" href="#verdicts">To the verdicts</a>
        %s<main>
        %s%s%s</main>
        %s<script type="application/json" id="drawings">%s</script>
        <script>%s</script>
        <script>%s</script>
        </body>
        </html>
        """
        .formatted(
            hash(library),
            hash(drawing),
            text(title()),
            resource("report.css"),
            header(),
            verdicts(),
            report.experiments().stream()
                .map(result -> new ExperimentSection(result).html())
                .collect(Collectors.joining()),
            circumstances(),
            footer(),
            Html.json(drawings()),
            library,
            drawing);
  }

  private String title() {
    return capitalised(
        report.shapes().stream().map(Report.ShapeNote::name).collect(Collectors.joining(" and "))
            + ", side by side");
  }

  private String header() {
    var header = new StringBuilder("<header>\n").append(element("h1", title())).append('\n');
    header.append(
        element(
            "p",
            "The same shop in %d shapes, on one machine, with the same orders: %s, %d processors, Java %s."
                .formatted(
                    report.shapes().size(),
                    DAY.format(report.started().atOffset(ZoneOffset.UTC)),
                    report.machine().processors(),
                    report.java())));
    header.append("\n<dl class=\"shapes\">\n");
    report
        .shapes()
        .forEach(
            shape ->
                header
                    .append(element("dt", shape.name()))
                    .append(element("dd", shape.description()))
                    .append('\n'));
    header.append("</dl>\n");
    if (report.rough()) {
      header.append(
          "<p class=\"warning\"><strong>Rough.</strong> This was <code>--quick</code>: few samples. What counts is <code>./shop compare</code>.</p>\n");
    }
    if (report.busy().marked()) {
      header.append(
          "<p class=\"warning\"><strong>The machine was busy.</strong> Take all figures as rough: %s</p>\n"
              .formatted(text(String.join(" ", report.busy().reasons()))));
    }
    if (report.load() != null && !report.load().passed()) {
      header.append(
          "<p class=\"warning\"><strong>The load generator was late or heavy.</strong> %s</p>\n"
              .formatted(text(Words.load(report.load()))));
    }
    return header.append("</header>\n").toString();
  }

  /** Its roles are spelt out because a narrow screen shows its rows as blocks. */
  private String verdicts() {
    var table =
        new StringBuilder(
            """
            <section id="verdicts" aria-labelledby="verdicts-title">
            <h2 id="verdicts-title">The verdicts</h2>
            <div class="wide" tabindex="0" role="region" aria-label="The verdicts">
            <table class="verdicts" role="table">
            <thead role="rowgroup"><tr role="row"><th role="columnheader">experiment</th><th role="columnheader">claim</th><th role="columnheader">verdict</th><th role="columnheader">what was found</th></tr></thead>
            <tbody role="rowgroup">
            """);
    for (Result result : report.experiments()) {
      table.append(
          "<tr role=\"row\"><th role=\"rowheader\"><a href=\"#%s\">%s</a></th><td role=\"cell\">%s</td><td role=\"cell\">%s</td><td role=\"cell\">%s</td></tr>\n"
              .formatted(
                  text(result.name()),
                  text(result.name()),
                  text(result.claim()),
                  ExperimentSection.badge(result),
                  text(result.because())));
    }
    return table
        .append("</tbody>\n</table>\n</div>\n")
        .append(element("p", Words.noise(report.aa())))
        .append(
            "\n<p class=\"quiet\">A difference is claimed only if the 95 % interval of its ratio excludes 1 and the ratio leaves the band of the A/A run. “Not shown” means that neither the claim nor its contrary was.</p>\n</section>\n")
        .toString();
  }

  private String circumstances() {
    var facts = new LinkedHashMap<String, String>();
    facts.put("command", "./shop " + String.join(" ", report.command()));
    facts.put("commit", report.commit());
    facts.put(
        "measured",
        "%s, for %s"
            .formatted(
                DAY.format(report.started().atOffset(ZoneOffset.UTC)),
                Words.time(Duration.between(report.started(), report.finished()).toSeconds())));
    facts.put(
        "machine",
        "%d processors (%s), %s MB memory, %s"
            .formatted(
                report.machine().processors(),
                report.machine().cpu(),
                Words.number(report.machine().memoryMegabytes()),
                report.machine().system()));
    facts.put("Java", report.java());
    report.versions().forEach(facts::put);
    facts.put("flags", String.join(" ", report.flags()));
    facts.put("budget of each shape", budget());
    if (report.load() != null) {
      facts.put("load generator", Words.load(report.load()));
    }
    var html =
        new StringBuilder(
            """
            <section id="circumstances" aria-labelledby="circumstances-title">
            <h2 id="circumstances-title">How it was measured</h2>
            <dl class="facts">
            """);
    facts.forEach(
        (name, fact) -> html.append(element("dt", name)).append(element("dd", fact)).append('\n'));
    html.append("</dl>\n");
    if (!report.aa().bands().isEmpty()) {
      html.append(bands());
    }
    return html.append("</section>\n").toString();
  }

  private String budget() {
    var budget = report.budget();
    String heap = Words.number(budget.heapMegabytes()) + " MB heap in total";
    return budget.systemCpus().isEmpty()
        ? heap + "; processors cannot be pinned here, so the load generator shares them"
        : "%s; processors %s for the system, %s for the load generator"
            .formatted(heap, listed(budget.systemCpus()), listed(budget.driverCpus()));
  }

  private static String listed(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String bands() {
    var table =
        new StringBuilder(
            """
            <h3>The noise: two identical systems</h3>
            <div class="wide" tabindex="0" role="region" aria-label="The noise">
            <table>
            <thead><tr><th scope="col">measure</th><th scope="col">differed by</th></tr></thead>
            <tbody>
            """);
    for (Band band : report.aa().bands()) {
      table.append(
          "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
              .formatted(text(band.measure()), text(Words.deviation(band))));
    }
    return table.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static String footer() {
    return """
        <footer><p>Made from <code>report.json</code>, which has the raw histograms too; <code>./shop compare --report report.json</code> makes this page again. Charts: Apache ECharts, Apache License 2.0.</p></footer>
        """;
  }

  private String drawings() {
    var drawings = new ArrayList<Drawing>();
    for (Result result : report.experiments()) {
      for (int index = 0; index < result.charts().size(); index++) {
        drawings.add(
            new Drawing(ExperimentSection.chartId(result, index), result.charts().get(index)));
      }
    }
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "shapes",
                report.shapes().stream().map(Report.ShapeNote::name).toList(),
                "drawings",
                drawings));
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The build left out " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String script) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
