package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.finding.CannotInspect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the modules: the direct sub-packages of the base package, as Spring Modulith does, and any
 * package that says it is one. The base package is given, or is where the application's main
 * annotation stands.
 */
public final class ModuleDetector {

  private static final List<String> MAIN =
      List.of("Modulithic", "Modulith", "SpringBootApplication");
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
        && byPackage.values().stream().allMatch(module -> Layers.mayBe(module.name()))) {
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
    List<String> own = ofLargestRoot(packages);
    String common = own.get(0);
    for (String each : own) {
      while (!common.isEmpty() && !(each + ".").startsWith(common + ".")) {
        common = common.contains(".") ? common.substring(0, common.lastIndexOf('.')) : "";
      }
    }
    return common.isEmpty() ? Set.of() : Set.of(common);
  }

  /** The classes of the most used root: others are libraries that were packed in. */
  private static List<String> ofLargestRoot(List<String> packages) {
    Map<String, List<String>> byRoot =
        packages.stream()
            .collect(
                Collectors.groupingBy(ModuleDetector::root, TreeMap::new, Collectors.toList()));
    return byRoot.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private static String root(String name) {
    return Arrays.stream(name.split("\\.")).limit(2).collect(Collectors.joining("."));
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
