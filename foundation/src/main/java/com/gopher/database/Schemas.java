package com.gopher.database;

import com.gopher.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of an application, which declares them as a bean.
 *
 * @param common used by everything that runs outside a module's transaction; null if there is no
 *     such schema
 * @param appendable tables of the common schema that every module may add rows to, and no more
 * @param modules who owns what, by the package whose transactions use it
 */
@Api
public record Schemas(
    @Nullable SchemaOwner common, List<String> appendable, Map<String, SchemaOwner> modules) {

  /** A single schema, for an application that is one module. */
  public static Schemas of(SchemaOwner only) {
    return new Schemas(only, List.of(), Map.of());
  }

  /** A schema for each package directly below the base package that is annotated. */
  public static Schemas ofModulesBelow(String basePackage) {
    return new Schemas(null, List.of(), OwnedSchemas.below(basePackage));
  }

  /** The same and a common schema. */
  public Schemas with(SchemaOwner commonSchema, String... appendableTables) {
    return new Schemas(commonSchema, List.of(appendableTables), modules);
  }

  public Schemas {
    appendable = List.copyOf(appendable);
    modules = new LinkedHashMap<>(modules);
  }

  /** The common schema first. */
  List<SchemaOwner> all() {
    List<SchemaOwner> all = new ArrayList<>();
    if (common != null) {
      all.add(common);
    }
    all.addAll(modules.values());
    return all;
  }

  /** The module to which a class or transaction of this name belongs, if it belongs to one. */
  Optional<SchemaOwner> moduleOf(String qualifiedName) {
    return modules.entrySet().stream()
        .filter(module -> qualifiedName.startsWith(module.getKey() + "."))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The package of the module that owns this schema; empty if no module does. */
  public Optional<String> packageOf(String schema) {
    return modules.entrySet().stream()
        .filter(module -> module.getValue().schema().equalsIgnoreCase(schema))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  Optional<SchemaOwner> ownerOf(String schema) {
    return all().stream().filter(it -> it.schema().equalsIgnoreCase(schema)).findFirst();
  }
}
