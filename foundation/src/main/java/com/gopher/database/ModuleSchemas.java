package com.gopher.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * The modules below a base package that own a schema, and the schema of the event publication
 * registry, which belongs to no module and which every module may only append to.
 */
record ModuleSchemas(String basePackage, List<ModuleSchema> modules) {

  /** Not a module: the login of everything that runs outside a module's transaction. */
  static final ModuleSchema EVENTS = new ModuleSchema("events", "events");

  static ModuleSchemas below(String basePackage) {
    String pattern =
        ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
            + ClassUtils.convertClassNameToResourcePath(basePackage)
            + "/*/package-info.class";
    try {
      List<ModuleSchema> modules = new ArrayList<>();
      for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        String directory = resource.getURL().getPath().replace("/package-info.class", "");
        String module = directory.substring(directory.lastIndexOf('/') + 1);
        declaredSchema(basePackage + "." + module)
            .ifPresent(schema -> modules.add(new ModuleSchema(module, schema)));
      }
      modules.sort(Comparator.comparing(ModuleSchema::module));
      return new ModuleSchemas(basePackage, List.copyOf(modules));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the modules below " + basePackage, e);
    }
  }

  /** All schemas: the modules' and that of the registry. */
  List<ModuleSchema> all() {
    return Stream.concat(Stream.of(EVENTS), modules.stream()).toList();
  }

  /** The module to which a class or transaction of this name belongs, if it belongs to one. */
  Optional<ModuleSchema> moduleOf(String qualifiedName) {
    if (!qualifiedName.startsWith(basePackage + ".")) {
      return Optional.empty();
    }
    String rest = qualifiedName.substring(basePackage.length() + 1);
    int end = rest.indexOf('.');
    String segment = end < 0 ? rest : rest.substring(0, end);
    return modules.stream().filter(it -> it.module().equals(segment)).findFirst();
  }

  Optional<ModuleSchema> ownerOf(String schema) {
    return all().stream().filter(it -> it.schema().equalsIgnoreCase(schema)).findFirst();
  }

  private static Optional<String> declaredSchema(String packageName) throws IOException {
    try {
      Class<?> packageInfo =
          ClassUtils.forName(packageName + ".package-info", ModuleSchemas.class.getClassLoader());
      return Optional.ofNullable(packageInfo.getAnnotation(OwnsSchema.class))
          .map(OwnsSchema::value);
    } catch (ClassNotFoundException e) {
      throw new IOException("Cannot read the package-info of " + packageName, e);
    }
  }
}
