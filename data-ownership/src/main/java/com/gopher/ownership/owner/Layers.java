package com.gopher.ownership.owner;

import java.util.List;
import java.util.Set;

/** Packages that are called like layers: what they hold is of one kind, and of all modules. */
public final class Layers {

  private static final Set<String> ALWAYS =
      Set.of(
          "controller",
          "controllers",
          "service",
          "services",
          "repository",
          "repositories",
          "entity",
          "entities",
          "model",
          "models",
          "dto",
          "dtos",
          "mapper",
          "dao",
          "daos",
          "persistence",
          "infrastructure");

  /** A module may have such a name, too; only where there is nothing else are they layers. */
  private static final Set<String> AMONG_LAYERS =
      Set.of(
          "config",
          "configuration",
          "web",
          "api",
          "domain",
          "application",
          "exception",
          "exceptions",
          "util",
          "utils",
          "common",
          "security");

  private Layers() {}

  /** The modules that are called like layers, if there is more than one. */
  public static List<String> among(Set<String> modules) {
    List<String> found = modules.stream().filter(ALWAYS::contains).sorted().toList();
    return found.size() > 1 ? found : List.of();
  }

  static boolean mayBe(String module) {
    return ALWAYS.contains(module) || AMONG_LAYERS.contains(module);
  }
}
