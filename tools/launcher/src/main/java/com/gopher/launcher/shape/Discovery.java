package com.gopher.launcher.shape;

/** How a city's gateway knows where the trackers are. */
public enum Discovery {
  /** They are told to it when it starts. */
  LIST("list"),
  /** They tell a registry, and it asks there. */
  EUREKA("eureka");

  private final String typed;

  Discovery(String typed) {
    this.typed = typed;
  }

  /** As a user writes it. */
  @Override
  public String toString() {
    return typed;
  }
}
