package com.gopher.advise.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * One of the three signs that it is time to move.
 *
 * @param evidence what was seen, or why nothing is known
 * @param threshold the rule of thumb, with its source and how to change it
 * @param flip what would turn the outcome
 * @param concerned the modules that the sign speaks of, if it is met
 */
public record Sign(
    String name,
    Outcome outcome,
    String evidence,
    String threshold,
    String flip,
    Set<String> concerned) {

  /** Whether the sign is there. */
  public enum Outcome {
    MET("met"),
    NOT_MET("not met"),
    UNKNOWN("unknown");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    @JsonValue
    public String words() {
      return words;
    }
  }
}
