package com.gopher.lab.compare.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much time the comparison may take. */
public enum Depth {
  /** A stated subset with few repetitions, marked as rough: what it shows is an impression. */
  @JsonProperty("quick")
  QUICK,
  /** All of it, with at least three JVM forks for each figure that is claimed. */
  @JsonProperty("full")
  FULL
}
