package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.finding.CannotInspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the modules: the direct sub-packages of the base package, as Spring Modulith does, and any
 * package that says it is one. The base package is given, or is where the application's main
 * annotation stands.
 */
public final class ModuleDetector {

  private static final List<String> MAIN =
      List.of("Modulithic", "Modulith", "SpringBootApplication");
  private static final Set<String> LAYERS =
      Set.of(
          "config",
          "configuration",
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
          "web",
          "api",
          "domain",
          "infrastructure",
          "application",
          "exception",
          "exceptions",
          "util",
          "utils",
          "common",
          "mapper",
          "dao",
          "persistence",
          "security");

  private final Codebase code;

  public ModuleDetector(Codebase code) {
    this.code = code;
  }

  public Modules detect(String basePackage) {
    Set<String> bases = basePackage.isBlank() ? bases() : Set.of(basePackage);
    Map<String, Module> byPackage = new LinkedHashMap<>();
    for (String base : bases) {
      for (String segment : directSubPackages(base)) {
        byPackage.put(base + "." + segment, new Module(segment, base + "." + segment));
      }
    }
    for (CodeClass type : code.classes()) {
      Note note = type.isPackageInfo() ? type.note("ApplicationModule") : null;
      if (note != null && !(basePackage.isBlank() && bases.contains(type.packageName()))) {
        String simple = type.packageName().substring(type.packageName().lastIndexOf('.') + 1);
        byPackage.put(
            type.packageName(),
            new Module(note.text("id").isEmpty() ? simple : note.text("id"), type.packageName()));
      }
    }
    if (byPackage.isEmpty()) {
      throw new CannotInspect(
          "No modules were found below "
              + (bases.isEmpty() ? "any package" : bases)
              + "; name the base package: --base-package.");
    }
    if (basePackage.isBlank()
        && byPackage.values().stream().allMatch(module -> LAYERS.contains(module.name()))) {
      throw new CannotInspect(
          "The packages below "
              + bases
              + " look like layers and not like modules; name the package whose direct sub-packages are the"
              + " modules: --base-package.");
    }
    return new Modules(byPackage.values());
  }

  private Set<String> bases() {
    for (String annotation : MAIN) {
      Set<String> found = new LinkedHashSet<>();
      for (CodeClass type : code.classes()) {
        Note note = type.note(annotation);
        if (note != null) {
          found.add(type.packageName());
          found.addAll(note.texts("additionalPackages"));
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    Set<String> parents = new TreeSet<>();
    for (CodeClass type : code.classes()) {
      if (type.isPackageInfo() && type.isNoted("ApplicationModule")) {
        parents.add(type.packageName().substring(0, type.packageName().lastIndexOf('.')));
      }
    }
    return parents.isEmpty() ? commonPackage() : parents;
  }

  private Set<String> commonPackage() {
    List<String> packages = new ArrayList<>();
    for (CodeClass type : code.classes()) {
      if (!type.packageName().isEmpty() && !type.packageName().startsWith("db.")) {
        packages.add(type.packageName());
      }
    }
    if (packages.isEmpty()) {
      return Set.of();
    }
    String common = packages.get(0);
    for (String each : packages) {
      while (!common.isEmpty() && !(each + ".").startsWith(common + ".")) {
        common = common.contains(".") ? common.substring(0, common.lastIndexOf('.')) : "";
      }
    }
    return common.isEmpty() ? Set.of() : Set.of(common);
  }

  private Set<String> directSubPackages(String base) {
    Set<String> found = new TreeSet<>();
    String prefix = base + ".";
    for (CodeClass type : code.classes()) {
      String name = type.packageName();
      if (name.startsWith(prefix)) {
        String rest = name.substring(prefix.length());
        found.add(rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest);
      }
    }
    return found;
  }
}
