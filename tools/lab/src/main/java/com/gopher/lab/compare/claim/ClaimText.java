package com.gopher.lab.compare.claim;

import com.gopher.lab.text.TextResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a claim says and how it is put to the test, in words: the {@code claim.md} beside its
 * experiment. The command, the report and the documentation all read this file.
 *
 * @param claim in the words of the story
 * @param facts about the experiment that are no sentences
 * @param hypothesis what should be seen if the claim is true: one sentence about numbers
 * @param smallestEffects what a reader would care about, stated before anything is measured
 * @param method how it is measured, in sentences
 * @param cannotShow what nobody may conclude from it, in sentences
 */
public record ClaimText(
    String claim,
    List<String> facts,
    String hypothesis,
    List<String> smallestEffects,
    List<String> method,
    List<String> cannotShow) {

  private static final String TITLE = "";

  static ClaimText of(Class<?> experiment) {
    return parse(TextResource.read(experiment, "claim.md"));
  }

  static ClaimText parse(String markdown) {
    Map<String, List<String>> sections = sections(markdown);
    List<String> first = section(TITLE, sections);
    return new ClaimText(
        first.get(0),
        first.subList(1, first.size()),
        section("Hypothesis", sections).get(0),
        section("Smallest effect of interest", sections),
        section("Method", sections),
        section("What it cannot show", sections));
  }

  /** As the user types it. */
  public String name() {
    return value("name", facts);
  }

  /** How long it takes on a quiet machine. */
  public Duration takes(Depth depth) {
    return Duration.ofSeconds(Long.parseLong(depth == Depth.FULL ? seconds() : secondsQuick()));
  }

  /** At {@link Depth#FULL}. */
  public String seconds() {
    return value("seconds", facts);
  }

  /** At {@link Depth#QUICK}. */
  public String secondsQuick() {
    return value("seconds with --quick", facts);
  }

  /** True if {@link Depth#QUICK} includes it. */
  public boolean isQuick() {
    return value("part of --quick", facts).equals("yes");
  }

  /**
   * False if its verdict rests on what is there or not, and on no figure that noise could change:
   * then it needs no A/A run.
   */
  public boolean comparesFigures() {
    return value("compares figures that noise can change", facts).equals("yes");
  }

  /**
   * The smallest effect that a reader would care about, in the unit that the text gives it.
   *
   * @param measure as the text calls it
   * @throws IllegalArgumentException if the text states none
   */
  public double smallest(String measure) {
    return Double.parseDouble(value(measure, smallestEffects).split(" ")[0]);
  }

  private String value(String name, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("\"%s\" does not say: %s".formatted(claim, name)));
  }

  /** Paragraphs and list items by their heading. */
  private static Map<String, List<String>> sections(String markdown) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = sections.computeIfAbsent(TITLE, title -> new ArrayList<>());
    boolean goesOn = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("## ")) {
        section = sections.computeIfAbsent(line.substring(3), heading -> new ArrayList<>());
        goesOn = false;
      } else if (line.isBlank()) {
        goesOn = false;
      } else if (goesOn && !line.startsWith("- ")) {
        section.add(section.remove(section.size() - 1) + " " + line.strip());
      } else {
        section.add(line.replaceFirst("^(- |# )", ""));
        goesOn = true;
      }
    }
    return sections;
  }

  private static List<String> section(String heading, Map<String, List<String>> sections) {
    List<String> section = sections.getOrDefault(heading, List.of());
    if (section.isEmpty()) {
      throw new IllegalArgumentException("The text of a claim has no section \"" + heading + "\"");
    }
    return List.copyOf(section);
  }
}
