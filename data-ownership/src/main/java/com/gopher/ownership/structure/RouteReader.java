package com.gopher.ownership.structure;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.owner.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The paths that controllers answer, in the annotations of Spring MVC and of Jakarta REST. */
final class RouteReader {

  private static final Set<String> MAPPINGS =
      Set.of(
          "RequestMapping",
          "GetMapping",
          "PostMapping",
          "PutMapping",
          "PatchMapping",
          "DeleteMapping",
          "Path");

  private final Modules modules;

  RouteReader(Modules modules) {
    this.modules = modules;
  }

  List<Route> read(CodeClass type) {
    List<String> bases = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (Noted noted : type.notes()) {
      if (MAPPINGS.contains(noted.note().simpleName())) {
        (noted.member().isEmpty() ? bases : paths).addAll(pathsOf(noted.note()));
      }
    }
    if (paths.isEmpty()) {
      paths = bases.isEmpty() ? List.of() : List.of("");
    }
    List<Route> routes = new ArrayList<>();
    for (String base : bases.isEmpty() ? List.of("") : bases) {
      for (String path : paths) {
        routes.add(new Route(modules.of(type), joined(base, path), type.javaName()));
      }
    }
    return routes.stream().distinct().toList();
  }

  private static List<String> pathsOf(Note note) {
    List<String> paths = new ArrayList<>(note.texts("value"));
    paths.addAll(note.texts("path"));
    return paths.isEmpty() ? List.of("") : paths;
  }

  private static String joined(String base, String path) {
    return ("/" + base + "/" + path).replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
  }
}
