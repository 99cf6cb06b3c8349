package com.gopher.advise.traffic;

import com.gopher.advise.module.ModuleMap;
import com.gopher.advise.traffic.Traffic.RouteOfModule;
import com.gopher.ownership.structure.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which path leads to which module: the user's word first, then what the controllers answer. */
public final class Routes {

  private static final String GIVEN = "--route";

  private final List<RouteOfModule> routes;

  private Routes(List<RouteOfModule> routes) {
    this.routes = routes;
  }

  /**
   * Puts all routes in the order in which they are tried.
   *
   * @param given module by the beginning of a path
   * @param modules those that there are; a controller outside of them says nothing
   */
  public static Routes of(
      Map<String, String> given, Collection<Route> controllers, Set<String> modules) {
    Map<String, RouteOfModule> byPath = new LinkedHashMap<>();
    given.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, String> it) -> it.getKey().length()).reversed())
        .forEach(
            it -> byPath.put(it.getKey(), new RouteOfModule(it.getKey(), it.getValue(), GIVEN)));
    controllers.stream()
        .filter(route -> modules.contains(route.module()) && !route.path().equals("/"))
        .sorted(Comparator.comparing((Route route) -> weight(route.path())).reversed())
        .forEach(
            route ->
                byPath.putIfAbsent(
                    route.path(),
                    new RouteOfModule(route.path(), route.module(), route.className())));
    return new Routes(new ArrayList<>(byPath.values()));
  }

  /** The fixed segments of a route decide which of two is tried first. */
  private static int weight(String route) {
    int weight = 0;
    for (String segment : route.split("/")) {
      weight += isOpen(segment) ? 1 : 2;
    }
    return weight;
  }

  List<RouteOfModule> all() {
    return routes;
  }

  boolean isEmpty() {
    return routes.isEmpty();
  }

  /**
   * The module that answers a path, or {@link ModuleMap#NONE}. Below what a controller answers
   * there is nobody else.
   */
  String moduleOf(String path) {
    String[] asked = path.split("/");
    for (RouteOfModule route : routes) {
      if (begins(route.path().split("/"), asked)) {
        return route.module();
      }
    }
    return ModuleMap.NONE;
  }

  private static boolean begins(String[] route, String[] asked) {
    if (asked.length < route.length) {
      return false;
    }
    for (int i = 0; i < route.length; i++) {
      if (!isOpen(route[i]) && !route[i].equals(asked[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpen(String segment) {
    return segment.contains("{") || segment.contains("*");
  }
}
