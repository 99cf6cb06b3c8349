package com.gopher.lab.compare.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a claim fared on this machine. A verdict against it is a result like any other. */
public enum Verdict {
  SHOWN("shown"),
  /** Neither the claim nor its contrary: no difference, or none beyond the noise. */
  NOT_SHOWN("not shown"),
  CONTRARY("contrary");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  @JsonValue
  @Override
  public String toString() {
    return words;
  }
}
