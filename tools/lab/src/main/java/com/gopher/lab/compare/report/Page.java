package com.gopher.lab.compare.report;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.text.Template;
import com.gopher.lab.text.TextResource;
import com.gopher.launcher.console.CouldNotRun;
import java.io.IOException;
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

  /** A name and what is to be said of it. */
  private record Entry(String name, String description) {}

  private record Warning(String lead, String text) {}

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
    return Template.html(
        Page.class,
        "report.mustache",
        Map.ofEntries(
            Map.entry("library", library),
            Map.entry("libraryHash", hash(library)),
            Map.entry("drawing", drawing),
            Map.entry("drawingHash", hash(drawing)),
            Map.entry("styles", resource("report.css")),
            Map.entry("title", title()),
            Map.entry("subtitle", subtitle()),
            Map.entry("shapes", report.shapes()),
            Map.entry("warnings", warnings()),
            Map.entry("noise", Words.noise(report.aa())),
            Map.entry(
                "experiments", report.experiments().stream().map(ExperimentView::of).toList()),
            Map.entry("facts", facts()),
            Map.entry("bands", bands()),
            Map.entry("drawings", inAScript(drawings()))));
  }

  private String title() {
    String shapes =
        report.shapes().stream().map(Report.ShapeNote::name).collect(Collectors.joining(" and "));
    return shapes.substring(0, 1).toUpperCase(Locale.ROOT) + shapes.substring(1) + ", side by side";
  }

  private String subtitle() {
    return "The same shop in %s shapes, on one machine, with the same orders: %s, %s processors, Java %s."
        .formatted(report.shapes().size(), started(), report.machine().processors(), report.java());
  }

  private String started() {
    return DAY.format(report.started().atOffset(ZoneOffset.UTC));
  }

  private List<Warning> warnings() {
    var warnings = new ArrayList<Warning>();
    if (report.rough()) {
      warnings.add(
          new Warning("Rough.", "This was --quick: few samples. What counts is ./shop compare."));
    }
    if (report.busy().marked()) {
      warnings.add(
          new Warning(
              "The machine was busy.",
              "Take all figures as rough: " + String.join(" ", report.busy().reasons())));
    }
    if (report.load() != null && !report.load().passed()) {
      warnings.add(new Warning("The load generator was late or heavy.", Words.load(report.load())));
    }
    return warnings;
  }

  private List<Entry> facts() {
    var facts = new ArrayList<Entry>();
    facts.add(new Entry("command", "./shop " + String.join(" ", report.command())));
    facts.add(new Entry("commit", report.commit()));
    double seconds = Duration.between(report.started(), report.finished()).toSeconds();
    facts.add(new Entry("measured", started() + ", for " + Words.time(seconds)));
    facts.add(new Entry("machine", Words.machine(report.machine())));
    facts.add(new Entry("Java", report.java()));
    report.versions().forEach((name, version) -> facts.add(new Entry(name, version)));
    facts.add(new Entry("flags", String.join(" ", report.flags())));
    facts.add(new Entry("budget of each shape", Words.budget(report.budget())));
    if (report.load() != null) {
      facts.add(new Entry("load generator", Words.load(report.load())));
    }
    return facts;
  }

  private List<Entry> bands() {
    return report.aa().bands().stream()
        .map(band -> new Entry(band.measure(), Words.deviation(band)))
        .toList();
  }

  private String drawings() {
    var drawings = new ArrayList<Drawing>();
    for (Result result : report.experiments()) {
      for (int index = 0; index < result.charts().size(); index++) {
        drawings.add(
            new Drawing(ExperimentView.chartId(result, index), result.charts().get(index)));
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

  /** JSON that cannot end the script element around it. */
  static String inAScript(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String resource(String name) {
    return TextResource.read(Page.class, name);
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
