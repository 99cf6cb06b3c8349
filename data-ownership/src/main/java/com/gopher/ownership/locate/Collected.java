package com.gopher.ownership.locate;

import com.gopher.ownership.finding.CannotInspect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been found so far, and what it has cost: the first class or resource of a name wins, as
 * on a class path.
 */
final class Collected {

  private static final Set<String> TEXT =
      Set.of(
          "sql",
          "xml",
          "properties",
          "yml",
          "yaml",
          "hql",
          "jpql",
          "ddl",
          "conf",
          "jdo",
          "orm",
          "json");

  private final Map<String, ClassFile> classes = new LinkedHashMap<>();
  private final Map<String, ResourceFile> resources = new LinkedHashMap<>();
  private final Map<String, Build> builds = new HashMap<>();
  private final List<ResourceFile> repeated = new ArrayList<>();
  private final Limits limits;
  private final SourceFiles sources = new SourceFiles();
  private int entries;
  private long bytes;
  private long kept;

  Collected(Limits limits) {
    this.limits = limits;
  }

  static boolean wanted(String path) {
    if (path.endsWith("module-info.class") || path.startsWith("META-INF/versions/")) {
      return false;
    }
    return path.endsWith(".class")
        || ResourceFile.isTemplate(path)
        || TEXT.contains(path.substring(path.lastIndexOf('.') + 1));
  }

  void countEntry(String where) {
    if (++entries > limits.entries()) {
      throw tooMuch(where, "more than " + limits.entries() + " entries");
    }
  }

  byte[] read(InputStream in, String where) throws IOException {
    byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, limits.entryBytes() + 1));
    if (content.length > limits.entryBytes()) {
      throw tooMuch(where, "an entry of more than " + limits.entryBytes() + " bytes");
    }
    return content;
  }

  void spend(long more, String where) {
    bytes += more;
    if (bytes > limits.totalBytes()) {
      throw tooMuch(where, "more than " + (limits.totalBytes() >> 20) + " MB when unpacked");
    }
  }

  int deepest() {
    return limits.depth();
  }

  void add(String path, byte[] content, Build build) {
    kept += content.length;
    if (kept > limits.keptBytes()) {
      throw tooMuch(path, "the last of more than " + (limits.keptBytes() >> 20) + " MB of classes");
    }
    if (path.endsWith(".class")) {
      classes.putIfAbsent(path, new ClassFile(path, content));
      builds.putIfAbsent(path, build);
    } else {
      addResource(new ResourceFile(path, new String(content, StandardCharsets.UTF_8)), build);
    }
  }

  private void addResource(ResourceFile resource, Build build) {
    Build first = builds.putIfAbsent(resource.path(), build);
    if (first == null) {
      resources.put(resource.path(), resource);
    } else if (!first.equals(build)) {
      String path = build.directory() + "/" + resource.path();
      if (builds.putIfAbsent(path, build) == null) {
        repeated.add(new ResourceFile(path, resource.text()));
      }
    }
  }

  void addSourcesBeside(Path output) {
    sources.addBeside(output);
  }

  boolean hasClasses() {
    return !classes.isEmpty();
  }

  Iterable<String> classPaths() {
    return classes.keySet();
  }

  Application application() {
    List<ClassFile> sortedClasses = new ArrayList<>(classes.values());
    sortedClasses.sort(Comparator.comparing(ClassFile::path));
    List<ResourceFile> sortedResources = new ArrayList<>(resources.values());
    sortedResources.sort(Comparator.comparing(ResourceFile::path));
    return new Application(sortedClasses, sortedResources, sources, builds, repeated);
  }

  private static CannotInspect tooMuch(String where, String what) {
    return new CannotInspect(
        where
            + " is or holds "
            + what
            + ", which is over the limit; name the directory with the application's own classes, or give the JVM a larger heap.");
  }
}
