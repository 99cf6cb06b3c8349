package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules of the application, and to which of them a class or a path belongs. */
public final class Modules {

  /** The name under which code and resources of no module are reported. */
  public static final String APPLICATION = "application";

  private static final Set<String> MIGRATIONS =
      Set.of("migration", "migrations", "changelog", "callback", "callbacks");

  private static final Pattern FLYWAY = Pattern.compile("(?i)(?:[VUB][0-9][0-9._]*|R)__.+\\.sql");

  private static final Pattern JAVA_MIGRATION =
      Pattern.compile("(?:.*/)?(?:[VUB][0-9][0-9_]*|R)__\\w+");

  private final List<Module> modules;
  private final Set<String> central;

  public Modules(Collection<Module> modules) {
    this(modules, Set.of());
  }

  /**
   * @param central folders inside a module whose scripts are the whole application's
   */
  private Modules(Collection<Module> modules, Set<String> central) {
    this.central = Set.copyOf(central);
    this.modules =
        modules.stream()
            .sorted(
                Comparator.comparing((Module module) -> module.packageName().length()).reversed())
            .toList();
  }

  public List<Module> all() {
    return modules.stream().sorted(Comparator.comparing(Module::name)).toList();
  }

  /** The packages that the modules are direct sub-packages of. */
  public String base() {
    return modules.stream()
        .map(Module::packageName)
        .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  public boolean isModule(String name) {
    return modules.stream().anyMatch(module -> module.name().equals(name));
  }

  public @Nullable Module named(String name) {
    return modules.stream().filter(module -> module.name().equals(name)).findFirst().orElse(null);
  }

  /** The module of a class; a Java migration belongs to the module that its package names. */
  public String of(CodeClass type) {
    return ofClass(type.name());
  }

  public String ofClass(String internalName) {
    if (isJavaMigration(internalName) && central.contains(folder(internalName))) {
      return APPLICATION;
    }
    String javaName = internalName.replace('/', '.');
    for (Module module : modules) {
      if (javaName.startsWith(module.packageName() + ".")) {
        return module.name();
      }
    }
    return javaName.startsWith("db.") || javaName.contains(".migration.")
        ? ofPath(internalName)
        : APPLICATION;
  }

  /** The module that a path names by its package or by one of its folders, else the application. */
  public String ofPath(String path) {
    if (central.contains(folder(path))) {
      return APPLICATION;
    }
    for (Module module : modules) {
      if (path.startsWith(module.packageName().replace('.', '/') + "/")) {
        return module.name();
      }
    }
    String[] segments = path.toLowerCase(Locale.ROOT).split("/");
    for (String folder : Arrays.copyOf(segments, Math.max(0, segments.length - 1))) {
      for (Module module : modules) {
        if (folder.equals(module.name().toLowerCase(Locale.ROOT))) {
          return module.name();
        }
      }
    }
    return APPLICATION;
  }

  /** The same modules, where the scripts in these folders belong to none of them. */
  public Modules withCentral(Set<String> folders) {
    return new Modules(modules, folders);
  }

  /** The module whose package a path lies in, or empty. */
  String ofPackage(String path) {
    return modules.stream()
        .filter(module -> path.startsWith(module.packageName().replace('.', '/') + "/"))
        .map(Module::name)
        .findFirst()
        .orElse("");
  }

  /** Whether a class is called as Flyway wants its migrations in Java. */
  public static boolean isJavaMigration(String internalName) {
    return JAVA_MIGRATION.matcher(internalName).matches();
  }

  static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Whether a path lies where migrations lie. */
  public static boolean isMigration(String path) {
    String[] segments = path.toLowerCase(Locale.ROOT).split("/");
    return Arrays.stream(segments, 0, Math.max(0, segments.length - 1))
            .anyMatch(MIGRATIONS::contains)
        || FLYWAY.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }
}
