package com.gopher.ownership.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything of an application that is read: its own classes and its own text resources, in a
 * stable order.
 *
 * @param builds by path, what built a class or a resource
 * @param repeated resources that another build has under the same path: a class path would show
 *     only the first. Each stands under the directory of its build.
 */
public record Application(
    List<ClassFile> classes,
    List<ResourceFile> resources,
    SourceFiles sources,
    Map<String, Build> builds,
    List<ResourceFile> repeated) {

  public Application {
    classes = List.copyOf(classes);
    resources = List.copyOf(resources);
    builds = Map.copyOf(builds);
    repeated = List.copyOf(repeated);
  }

  /** The same application, in which no build hides another's resources. */
  public Application withRepeated() {
    List<ResourceFile> all = new ArrayList<>(resources);
    all.addAll(repeated);
    return new Application(classes, all, sources, builds, List.of());
  }
}
