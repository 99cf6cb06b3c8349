package com.gopher.ownership.published;

import com.gopher.ownership.finding.Finding;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * What another tool sees: classes that depend on an entity of another module. It knows nothing of
 * SQL, but it was written by others.
 */
record Crossings(Set<String> classes) {

  /**
   * @param base the package whose direct sub-packages are the modules
   */
  static Crossings seenByArchUnit(List<Path> jars, String base) {
    Set<String> found = new TreeSet<>();
    for (JavaClass entity : imported(jars)) {
      boolean mapped =
          entity.getAnnotations().stream()
              .anyMatch(it -> it.getRawType().getName().endsWith(".persistence.Entity"));
      if (mapped && !module(entity, base).isEmpty()) {
        entity.getDirectDependenciesToSelf().stream()
            .map(Dependency::getOriginClass)
            .filter(origin -> isOther(module(origin, base), module(entity, base)))
            .map(Crossings::outermost)
            .forEach(found::add);
      }
    }
    return new Crossings(found);
  }

  /** By name as jars: a path is read as a directory, and of a jar that gives no class at all. */
  private static Iterable<JavaClass> imported(List<Path> jars) {
    List<JarFile> opened = new ArrayList<>();
    try {
      for (Path jar : jars) {
        opened.add(new JarFile(jar.toFile()));
      }
      JavaClasses classes = new ClassFileImporter().importJars(opened);
      if (classes.isEmpty()) {
        throw new IllegalStateException("ArchUnit found no class in " + jars);
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      opened.forEach(Crossings::close);
    }
  }

  private static void close(JarFile jar) {
    try {
      jar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int count() {
    return classes.size();
  }

  /** Those that no finding is about. */
  List<String> without(Collection<Finding> findings) {
    Set<String> named =
        findings.stream()
            .map(finding -> String.valueOf(finding.className()).replaceAll("\\$.*", ""))
            .collect(Collectors.toSet());
    return classes.stream().filter(it -> !named.contains(it)).toList();
  }

  private static boolean isOther(String from, String owner) {
    return !from.isEmpty() && !from.equals(owner);
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "");
  }

  private static String module(JavaClass type, String base) {
    if (!type.getPackageName().startsWith(base + ".")) {
      return "";
    }
    return type.getPackageName().substring(base.length() + 1).replaceAll("\\..*", "");
  }
}
