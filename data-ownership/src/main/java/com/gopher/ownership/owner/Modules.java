package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final String source;
  private final Map<String, String> placed;
  private final Map<String, String> placedFolders = new HashMap<>();

  /** Asked for each text: the search for a module is worth keeping. */
  private final Map<String, String> ofClasses = new ConcurrentHashMap<>();

  private final Set<String> central;

  /** Modules that are packages. */
  public Modules(Collection<Module> modules) {
    this(modules, "", Map.of(), Set.of());
  }

  /**
   * @param source what the modules are, if they are not packages
   * @param placed by the path of a class or a resource, its module; empty if packages tell
   * @param central folders or files inside a module that are the whole application's scripts
   */
  private Modules(
      Collection<Module> modules, String source, Map<String, String> placed, Set<String> central) {
    this.source = source;
    this.placed = Map.copyOf(placed);
    this.placed.forEach(this::placeFolders);
    this.central = Set.copyOf(central);
    this.modules =
        modules.stream()
            .sorted(
                Comparator.comparing((Module module) -> module.packageName().length()).reversed())
            .toList();
  }

  /**
   * Modules that are not packages.
   *
   * @param source what they are, for people
   * @param placed by the path of a class or a resource, its module
   */
  public static Modules placed(
      String source, Collection<Module> modules, Map<String, String> placed) {
    return new Modules(modules, source, placed, Set.of());
  }

  /** A package belongs to a build if no other one has classes in it or below. */
  private void placeFolders(String path, String module) {
    if (path.endsWith(".class")) {
      for (String folder = folder(path); !folder.isEmpty(); ) {
        placedFolders.merge(folder, module, (one, two) -> one.equals(two) ? one : APPLICATION);
        folder = folder(folder.substring(0, folder.length() - 1));
      }
    }
  }

  public List<Module> all() {
    return modules.stream().sorted(Comparator.comparing(Module::name)).toList();
  }

  /** The packages that the modules are direct sub-packages of, or what they are instead. */
  public String base() {
    if (!source.isEmpty()) {
      return source;
    }
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
    return ofClasses.computeIfAbsent(internalName, this::lookUp);
  }

  private String lookUp(String internalName) {
    if (isJavaMigration(internalName) && isCentral(internalName)) {
      return APPLICATION;
    }
    if (!placed.isEmpty()) {
      String inPackage = placedFolders.getOrDefault(folder(internalName), APPLICATION);
      return placed.getOrDefault(internalName + ".class", inPackage);
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
    if (isCentral(path)) {
      return APPLICATION;
    }
    String home = ofPackage(path);
    String named = home.isEmpty() || !placed.isEmpty() && isMigration(path) ? byFolder(path) : "";
    return !named.isEmpty() ? named : home.isEmpty() ? APPLICATION : home;
  }

  private String byFolder(String path) {
    String[] segments = path.toLowerCase(Locale.ROOT).split("/");
    for (String folder : Arrays.copyOf(segments, Math.max(0, segments.length - 1))) {
      for (Module module : modules) {
        if (folder.equals(module.name().toLowerCase(Locale.ROOT))) {
          return module.name();
        }
      }
    }
    return "";
  }

  /** The same modules, where these scripts belong to none of them. */
  public Modules withCentral(Set<String> foldersOrFiles) {
    return new Modules(modules, source, placed, foldersOrFiles);
  }

  private boolean isCentral(String path) {
    return central.contains(placed.isEmpty() ? folder(path) : path);
  }

  /** Which scripts are looked at together: those of a folder, or those of a build. */
  String scriptsTogether(String path) {
    return placed.isEmpty() ? folder(path) : ofPackage(path);
  }

  /** What a script is known by as central: several builds may have a folder of the same name. */
  String scriptsBeside(String path) {
    return placed.isEmpty() ? folder(path) : path;
  }

  /** The module whose package, or whose build, a path lies in, or empty. */
  String ofPackage(String path) {
    if (!placed.isEmpty()) {
      return placed.getOrDefault(path, placed.getOrDefault(path + ".class", ""));
    }
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
