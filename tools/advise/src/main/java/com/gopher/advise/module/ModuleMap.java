package com.gopher.advise.module;

import com.gopher.advise.text.Shareable;
import com.gopher.ownership.ModulesFrom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** To which module a file of the project belongs, now and in its history. */
public final class ModuleMap {

  /** For a file of no module. */
  public static final String NONE = "";

  /**
   * A piece of a module.
   *
   * @param module its name
   * @param build the directory of a Maven or Gradle module; empty for a module that is a package
   * @param packageFolder the package as a folder
   */
  public record Part(String module, String build, String packageFolder) {

    public String packageName() {
      return packageFolder.replace('/', '.');
    }
  }

  private final List<Part> parts;
  private final boolean ofBuilds;
  private final Map<String, String> known = new HashMap<>();

  private ModuleMap(Collection<Part> parts, boolean ofBuilds) {
    this.parts =
        parts.stream()
            .sorted(
                Comparator.comparing((Part part) -> part.build().length())
                    .thenComparing(part -> part.packageFolder().length())
                    .reversed())
            .toList();
    this.ofBuilds = ofBuilds;
  }

  /** Modules that are packages: the package's name by the module's. */
  public static ModuleMap ofPackages(Map<String, String> packageOfModule) {
    List<Part> parts = new ArrayList<>();
    packageOfModule.forEach(
        (module, name) -> parts.add(new Part(Shareable.line(module), "", name.replace('.', '/'))));
    return new ModuleMap(parts, false);
  }

  /** Each Maven or Gradle module with main sources is a module. */
  public static ModuleMap ofBuilds(SourceTree sources) {
    Set<String> builds = sources.packagesOfBuild().keySet();
    List<Part> parts = new ArrayList<>();
    sources
        .packagesOfBuild()
        .forEach(
            (build, folders) -> {
              for (String folder : outermost(folders)) {
                parts.add(
                    new Part(Shareable.line(ModulesFrom.nameOf(build, builds)), build, folder));
              }
            });
    return new ModuleMap(parts, true);
  }

  /**
   * Modules as far as folders tell: the Maven or Gradle modules if there are several, else the
   * folders below the folder that all sources share.
   */
  public static ModuleMap ofFolders(SourceTree sources) {
    if (sources.packagesOfBuild().size() > 1) {
      return ofBuilds(sources);
    }
    String shared = sharedFolder(sources.packagesOfBuild().values());
    List<Part> parts = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Set<String> folders : sources.packagesOfBuild().values()) {
      for (String folder : folders) {
        String rest =
            folder.equals(shared)
                ? ""
                : folder.substring(shared.isEmpty() ? 0 : shared.length() + 1);
        String name = rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest;
        if (!name.isEmpty() && names.add(name)) {
          parts.add(
              new Part(Shareable.line(name), "", shared.isEmpty() ? name : shared + "/" + name));
        }
      }
    }
    return new ModuleMap(parts, false);
  }

  public List<Part> parts() {
    return parts;
  }

  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    parts.forEach(part -> names.add(part.module()));
    return names;
  }

  /** What a module is here, in a word. */
  public String kind() {
    return ofBuilds ? "Maven or Gradle module" : "package";
  }

  /** The module of a file of the project, or {@link #NONE}. */
  public String of(String file) {
    return known.computeIfAbsent(file, this::find);
  }

  /** The share of the project's main sources that lie in a module. */
  public double coverage(SourceTree sources) {
    long covered =
        sources.sources().stream().filter(it -> !of(sources.fileOf(it)).isEmpty()).count();
    return sources.sources().isEmpty() ? 0 : (double) covered / sources.sources().size();
  }

  private String find(String file) {
    for (Part part : parts) {
      if (ofBuilds
          ? isBelow(file, part.build())
          : ("/" + file).contains("/" + part.packageFolder() + "/")) {
        return part.module();
      }
    }
    return ofBuilds || !file.contains("/resources/") ? NONE : byFolder(file);
  }

  /** Migrations and other resources lie in a folder that is named after their module. */
  private String byFolder(String file) {
    Set<String> folders = new LinkedHashSet<>(List.of(file.toLowerCase(Locale.ROOT).split("/")));
    return parts.stream()
        .map(Part::module)
        .filter(module -> folders.contains(module.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(NONE);
  }

  private static boolean isBelow(String file, String directory) {
    return directory.isEmpty() || file.startsWith(directory + "/");
  }

  private static List<String> outermost(Set<String> folders) {
    return folders.stream()
        .filter(
            folder ->
                folders.stream()
                    .noneMatch(
                        other -> !other.equals(folder) && (folder + "/").startsWith(other + "/")))
        .toList();
  }

  private static String sharedFolder(Collection<Set<String>> all) {
    String shared = null;
    for (Set<String> folders : all) {
      for (String folder : folders) {
        shared = shared == null ? folder : common(shared, folder);
      }
    }
    return shared == null ? "" : shared;
  }

  private static String common(String one, String other) {
    String shared = one;
    while (!shared.isEmpty() && !(other + "/").startsWith(shared + "/")) {
      shared = shared.contains("/") ? shared.substring(0, shared.lastIndexOf('/')) : "";
    }
    return shared;
  }
}
