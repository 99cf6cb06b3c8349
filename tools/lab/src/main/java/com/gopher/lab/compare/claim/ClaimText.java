package com.gopher.lab.compare.claim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a claim says and how it is put to the test, in words: the {@code claim.md} beside its
 * experiment. The command, the report and the documentation all read this file.
 *
 * @param claim in the words of the story
 * @param hypothesis what should be seen if the claim is true: one sentence about numbers
 * @param smallestEffects what a reader would care about, stated before anything is measured
 * @param method how it is measured, in sentences
 * @param cannotShow what nobody may conclude from it, in sentences
 */
public record ClaimText(
    String claim,
    String hypothesis,
    List<String> smallestEffects,
    List<String> method,
    List<String> cannotShow) {

  private static final String FILE = "claim.md";
  private static final Pattern EFFECT = Pattern.compile("(.+?): ([0-9.]+) .*");

  /** Of the file beside this class. */
  static ClaimText of(Class<?> experiment) {
    try (InputStream file = experiment.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("There is no " + FILE + " beside " + experiment);
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClaimText parse(String markdown) {
    Map<String, List<String>> sections = sections(markdown);
    return new ClaimText(
        only("", sections),
        only("Hypothesis", sections),
        section("Smallest effect of interest", sections),
        section("Method", sections),
        section("What it cannot show", sections));
  }

  /**
   * The smallest effect that a reader would care about, in the unit that the text gives it.
   *
   * @param measure as the text calls it
   * @throws IllegalArgumentException if the text states none
   */
  public double smallest(String measure) {
    for (String effect : smallestEffects) {
      Matcher matcher = EFFECT.matcher(effect);
      if (matcher.matches() && matcher.group(1).equals(measure)) {
        return Double.parseDouble(matcher.group(2));
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" states no smallest effect of interest for %s".formatted(claim, measure));
  }

  /** Paragraphs and list items by their heading; those of the title by the empty one. */
  private static Map<String, List<String>> sections(String markdown) {
    var sections = new LinkedHashMap<String, List<String>>();
    List<String> section = new ArrayList<>();
    boolean goesOn = false;
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("#")) {
        String heading = line.replaceFirst("#+ ", "");
        section = new ArrayList<>();
        sections.put(line.startsWith("##") ? heading : "", section);
        if (!line.startsWith("##")) {
          section.add(heading);
        }
        goesOn = false;
      } else if (line.isBlank()) {
        goesOn = false;
      } else if (goesOn && !line.startsWith("- ")) {
        section.set(section.size() - 1, section.get(section.size() - 1) + " " + line.strip());
      } else {
        section.add(line.replaceFirst("^- ", ""));
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

  private static String only(String heading, Map<String, List<String>> sections) {
    return section(heading, sections).get(0);
  }
}
