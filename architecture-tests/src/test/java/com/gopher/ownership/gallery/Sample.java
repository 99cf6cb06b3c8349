package com.gopher.ownership.gallery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One small application: what is added to the ground, and the findings that are expected. */
public final class Sample {

  private final String name;
  private final boolean innocent;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final List<Expected> expected = new ArrayList<>();

  private Sample(String name, boolean innocent) {
    this.name = name;
    this.innocent = innocent;
  }

  /** A finding as far as a sample asks for it. */
  public record Expected(String severity, String rule, String module, String table) {}

  public static Sample violation(String name) {
    return new Sample(name, false);
  }

  /** A look-alike that must have no finding. */
  public static Sample innocent(String name) {
    return new Sample(name, true);
  }

  public Sample source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  public Sample resource(String path, String text) {
    resources.put(path, text);
    return this;
  }

  public Sample certain(String rule, String module, String table) {
    expected.add(new Expected("certain", rule, module, table));
    return this;
  }

  public Sample possible(String rule, String module, String table) {
    expected.add(new Expected("possible", rule, module, table));
    return this;
  }

  public boolean isInnocent() {
    return innocent;
  }

  public List<Expected> expected() {
    return List.copyOf(expected);
  }

  public String name() {
    return name;
  }

  Map<String, String> sources() {
    return sources;
  }

  Map<String, String> resources() {
    return resources;
  }

  @Override
  public String toString() {
    return (innocent ? "silent: " : "found: ") + name;
  }
}
