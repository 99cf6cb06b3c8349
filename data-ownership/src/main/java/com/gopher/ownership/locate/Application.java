package com.gopher.ownership.locate;

import java.util.List;

/**
 * Everything of an application that is read: its own classes and its own text resources, in a
 * stable order.
 */
public record Application(
    List<ClassFile> classes, List<ResourceFile> resources, SourceFiles sources) {

  public Application {
    classes = List.copyOf(classes);
    resources = List.copyOf(resources);
  }
}
