package com.gopher.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Between shop and tracker only what was copied on purpose is alike: the copy is what extracting a
 * module begins with, and whatever else they share belongs into the foundation.
 */
class DeliberateCopiesTest {

  private static final Set<String> COPIES =
      Set.of(
          "ShippingClock",
          "ShippingTimes",
          "DueTimes",
          "DueTimesWatch",
          "TrackingNumber",
          "Dispatch",
          "TrackingController");

  /** Fewer lines say nothing: every record and every loop has a few like those of another. */
  private static final int ENOUGH = 12;

  /** Of the lines of the shorter file. */
  private static final double ALIKE = 0.6;

  @Test
  void onlyTheDeliberateCopiesAreAlike() throws IOException {
    assertThat(alike(files("monolith"), files("extracted-tracker"))).isSubsetOf(COPIES);
  }

  @Test
  void theTrackersPackageSaysWhichAreCopies() throws IOException {
    String page =
        Repository.read("extracted-tracker/src/main/java/com/gotracker/shipping/package-info.java")
            .replaceAll("\\s*\\n \\* ", " ");

    assertThat(COPIES).allSatisfy(it -> assertThat(page).contains("{@code " + it + "}"));
  }

  @Test
  void aCopiedFileIsFound() throws IOException {
    Map<String, List<String>> shop = files("monolith");
    Map<String, List<String>> tracker = new TreeMap<>(files("extracted-tracker"));
    tracker.put("Checkout", shop.get("Checkout"));

    assertThat(alike(shop, tracker)).contains("Checkout");
  }

  private static Set<String> alike(
      Map<String, List<String>> shop, Map<String, List<String>> tracker) {
    Set<String> found = new TreeSet<>();
    for (var ours : shop.entrySet()) {
      for (var theirs : tracker.entrySet()) {
        List<String> shorter =
            ours.getValue().size() < theirs.getValue().size() ? ours.getValue() : theirs.getValue();
        Set<String> longer =
            new HashSet<>(shorter == ours.getValue() ? theirs.getValue() : ours.getValue());
        long same = shorter.stream().filter(longer::contains).count();
        if (same >= ENOUGH && same >= ALIKE * shorter.size()) {
          found.add(ours.getKey());
          found.add(theirs.getKey());
        }
      }
    }
    return found;
  }

  /** The lines that say something, by the name of the class. */
  private static Map<String, List<String>> files(String module) throws IOException {
    Map<String, List<String>> lines = new TreeMap<>();
    try (var files = Files.walk(Repository.file(module + "/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        List<String> telling = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
          String text = line.strip();
          if (text.length() > 3 && !text.matches("(import|package|@Override|\\*|/\\*).*")) {
            telling.add(text);
          }
        }
        lines.put(file.getFileName().toString().replace(".java", ""), telling);
      }
    }
    return lines;
  }
}
