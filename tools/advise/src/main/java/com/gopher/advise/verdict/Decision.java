package com.gopher.advise.verdict;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is advised. */
public enum Decision {
  STAY("stay"),
  MODULE_FIRST("make it a module first"),
  CANDIDATE("candidate"),
  NOT_ENOUGH_EVIDENCE("not enough evidence");

  private final String words;

  Decision(String words) {
    this.words = words;
  }

  @JsonValue
  public String words() {
    return words;
  }
}
