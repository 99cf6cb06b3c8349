package com.gopher.ownership;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The findings that a team knows of and has promised to mend: a sorted text file, one line each,
 * {@code rule module class#method table issue-link}. A line without a link is an error, and so is
 * one that no longer stands for anything. The idea of the mandatory link and of failing stale
 * entries is Packwerk's.
 */
@PublicApi
public final class Baseline {

  private static final String HEADER =
      "# Known findings: rule module class#method table issue-link. Written by inspect --update-baseline; lines may only go.\n";

  private final Path file;
  private final Map<String, String> links = new TreeMap<>();

  private Baseline(Path file) {
    this.file = file;
  }

  /**
   * Reads the file; one that is not there is an error, because an empty baseline must not come to
   * be by a typing mistake.
   */
  public static Baseline read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CannotInspect(
          "The baseline "
              + file
              + " does not exist; create it: inspect PATH --baseline "
              + file
              + " --update-baseline --issue URL.");
    }
    return readIfPresent(file);
  }

  private static Baseline readIfPresent(Path file) {
    Baseline baseline = new Baseline(file);
    try {
      int number = 0;
      for (String line : Files.isRegularFile(file) ? Files.readAllLines(file) : List.<String>of()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          baseline.add(line.strip(), number);
        }
      }
    } catch (IOException e) {
      throw new CannotInspect(
          "The baseline " + file + " cannot be read; correct its permissions.", e);
    }
    return baseline;
  }

  private void add(String line, int number) {
    String[] fields = line.split("\\s+");
    if (fields.length != 5 || !fields[4].matches("https?://\\S+")) {
      throw new CannotInspect(
          file
              + ":"
              + number
              + " needs five fields, the last a link to an issue: rule module class#method table https://...; add the link.");
    }
    links.put(String.join(" ", List.of(fields).subList(0, 4)), fields[4]);
  }

  /**
   * Takes the known findings out of a report.
   *
   * @throws CannotInspect if an entry stands for nothing any more, where {@code strict} is set, as
   *     it is in CI
   */
  public Report apply(Report report, boolean strict) {
    List<String> stale = stale(report);
    if (strict && !stale.isEmpty()) {
      throw new CannotInspect(
          "The baseline "
              + file
              + " has "
              + stale.size()
              + " stale entries, such as '"
              + stale.get(0)
              + "'; remove them: inspect PATH --baseline "
              + file
              + " --update-baseline.");
    }
    return report.with(
        report.findings().stream().filter(finding -> !links.containsKey(key(finding))).toList());
  }

  /** Entries that no finding stands behind. */
  public List<String> stale(Report report) {
    Set<String> current = new TreeSet<>();
    report.findings().forEach(finding -> current.add(key(finding)));
    return links.keySet().stream().filter(key -> !current.contains(key)).toList();
  }

  /**
   * Writes the file anew: known entries that still stand keep their link, new ones get the given
   * one, stale ones go.
   *
   * @param issue the link for new entries; may be empty if there are none
   * @throws CannotInspect in CI, and if a new entry would have no link
   */
  public static void update(Path file, Report report, String issue) {
    if (isCi()) {
      throw new CannotInspect(
          "A baseline is never written in CI; run the same command on your machine and commit "
              + file
              + ".");
    }
    Baseline known = readIfPresent(file);
    Set<String> lines = new TreeSet<>();
    List<String> withoutLink = new ArrayList<>();
    for (String key : keys(report)) {
      String link = known.links.getOrDefault(key, issue);
      if (!link.matches("https?://\\S+")) {
        withoutLink.add(key);
      }
      lines.add(key + " " + link);
    }
    if (!withoutLink.isEmpty()) {
      throw new CannotInspect(
          "The baseline was left unchanged: "
              + withoutLink.size()
              + " new entries need a link to an issue; add --issue https://... .");
    }
    try {
      Files.writeString(file, HEADER + (lines.isEmpty() ? "" : String.join("\n", lines) + "\n"));
    } catch (IOException e) {
      throw new CannotInspect(
          "The baseline " + file + " cannot be written; name a file in a directory that exists.",
          e);
    }
  }

  /** Whether this runs where nobody would see a baseline grow. */
  public static boolean isCi() {
    String ci = System.getenv("CI");
    return ci != null && !ci.isBlank() && !ci.equalsIgnoreCase("false");
  }

  private static Set<String> keys(Report report) {
    Set<String> keys = new LinkedHashSet<>();
    report.findings().forEach(finding -> keys.add(key(finding)));
    return keys;
  }

  private static String key(Finding finding) {
    return String.join(
        " ", finding.rule().id(), finding.module(), word(finding.place()), word(finding.table()));
  }

  /** A key's fields are separated by blanks, so none may have one. */
  private static String word(String text) {
    return text.replaceAll("\\s+", "_");
  }
}
