package com.gopher.ownership;

import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.locate.Application;
import com.gopher.ownership.locate.Build;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes each Maven or Gradle module with classes for a module, whatever its packages are. */
final class BuildModules {

  private final Application application;
  private final ModulesFrom from;

  BuildModules(Application application, ModulesFrom from) {
    this.application = application;
    this.from = from;
  }

  /**
   * All modules of the application's builds.
   *
   * @throws CannotInspect if there are fewer than two: nothing could cross
   */
  Modules find() {
    Map<String, Set<String>> packages = packagesByDirectory();
    if (packages.size() < 2) {
      throw new CannotInspect(
          "Fewer than two "
              + what()
              + " with compiled classes were found"
              + (packages.isEmpty() ? "" : " (only " + names(packages.keySet()) + ")")
              + "; nothing was inspected. Compile all of them ("
              + (from == ModulesFrom.MAVEN ? "mvn compile" : "gradle classes")
              + ") and name the directory that holds them, or take packages for modules:"
              + " --modules-from package.");
    }
    List<Module> modules = new ArrayList<>();
    packages.forEach(
        (directory, names) ->
            modules.add(
                new Module(ModulesFrom.nameOf(directory, packages.keySet()), common(names))));
    Map<String, String> placed = new HashMap<>();
    application
        .builds()
        .forEach(
            (path, build) -> {
              if (packages.containsKey(build.directory()) && isAskedFor(build)) {
                placed.put(path, ModulesFrom.nameOf(build.directory(), packages.keySet()));
              }
            });
    return Modules.placed("the build, its " + what(), modules, placed);
  }

  /** How many modules a build has that could be taken for modules: for advice. */
  static long countIn(Application application) {
    return List.of(ModulesFrom.MAVEN, ModulesFrom.GRADLE).stream()
        .mapToLong(from -> new BuildModules(application, from).packagesByDirectory().size())
        .max()
        .orElse(0);
  }

  private Map<String, Set<String>> packagesByDirectory() {
    Map<String, Set<String>> packages = new TreeMap<>();
    application
        .builds()
        .forEach(
            (path, build) -> {
              if (isAskedFor(build) && path.endsWith(".class")) {
                packages
                    .computeIfAbsent(build.directory(), directory -> new TreeSet<>())
                    .add(path.substring(0, Math.max(0, path.lastIndexOf('/'))).replace('/', '.'));
              }
            });
    return packages;
  }

  /** A jar does not say by what it was built. */
  private boolean isAskedFor(Build build) {
    Build.Kind asked = from == ModulesFrom.MAVEN ? Build.Kind.MAVEN : Build.Kind.GRADLE;
    return build.kind() == asked || build.kind() == Build.Kind.JAR;
  }

  private String what() {
    return from == ModulesFrom.MAVEN ? "Maven modules" : "Gradle projects";
  }

  private static String names(Set<String> directories) {
    return directories.stream()
        .map(directory -> ModulesFrom.nameOf(directory, directories))
        .collect(Collectors.joining(", "));
  }

  /** The package that all others lie in, or are; empty if there is none. */
  private static String common(Set<String> packages) {
    String common = packages.iterator().next();
    for (String each : packages) {
      while (!common.isEmpty() && !(each + ".").startsWith(common + ".")) {
        common = common.contains(".") ? common.substring(0, common.lastIndexOf('.')) : "";
      }
    }
    return common;
  }
}
