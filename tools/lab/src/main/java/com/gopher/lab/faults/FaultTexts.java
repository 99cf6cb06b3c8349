package com.gopher.lab.faults;

import com.gopher.lab.text.TextResource;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to read about each fault: the file {@code faults.md}, one section a fault. */
final class FaultTexts {

  private static final Map<String, Text> TEXTS =
      Arrays.stream(TextResource.read(FaultTexts.class, "faults.md").strip().split("(?m)^## "))
          .filter(section -> !section.isBlank())
          .map(section -> section.strip().split("\n(Proof: )?"))
          .collect(Collectors.toMap(lines -> lines[0], FaultTexts::text));

  private FaultTexts() {}

  /**
   * @param how it strikes, in one sentence
   * @param proof how a run proves that it did, in one sentence
   */
  record Text(String how, String proof) {}

  private static Text text(String[] lines) {
    return new Text(lines[1], lines[2]);
  }

  static Text of(String fault) {
    Text text = TEXTS.get(fault);
    if (text == null) {
      throw new IllegalArgumentException("faults.md says nothing about " + fault);
    }
    return text;
  }
}
