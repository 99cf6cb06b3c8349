package com.gopher.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The main code of a Maven module as text: packages and what they import. Modules that are built
 * after this one can be read in this way too.
 *
 * @param imports by package, the packages that its files import from
 */
record Sources(Map<String, Set<String>> imports) {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?((?:[a-z]\\w*\\.)+)");

  static Sources of(String module) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.walk(Repository.file(module + "/src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        texts.add(Files.readString(file));
      }
    }
    return of(texts);
  }

  static Sources of(List<String> texts) {
    Map<String, Set<String>> imports = new TreeMap<>();
    for (String text : texts) {
      Matcher own = PACKAGE.matcher(text);
      Set<String> used =
          imports.computeIfAbsent(own.find() ? own.group(1) : "", name -> new TreeSet<>());
      IMPORT
          .matcher(text)
          .results()
          .map(it -> it.group(1).substring(0, it.group(1).length() - 1))
          .forEach(used::add);
    }
    return new Sources(imports);
  }

  Set<String> packages() {
    return imports.keySet();
  }

  /** The packages that come back to themselves by what they import. */
  List<String> inCycles() {
    return packages().stream().filter(it -> reachable(it).contains(it)).toList();
  }

  private Set<String> reachable(String start) {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(others(start));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (reached.add(next)) {
        open.addAll(others(next));
      }
    }
    return reached;
  }

  private Set<String> others(String from) {
    Set<String> used = new TreeSet<>(imports.getOrDefault(from, Set.of()));
    used.retainAll(packages());
    used.remove(from);
    return used;
  }
}
