package com.gopher.ownership.owner;

import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.locate.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The optional {@code data-ownership.yml}: the strongest evidence there is.
 *
 * <pre>
 * base-package: com.acme
 * modules:
 *   order:
 *     schemas: [orders]
 *     tables: [audit.order_log]
 * shared: [events.event_publication]
 * external: [warehouse.*]
 * </pre>
 *
 * @param name what to call the file in messages
 */
public record OwnershipFile(
    String name,
    String basePackage,
    Map<String, Declared> modules,
    List<String> shared,
    List<String> external) {

  /** The file's usual name, at the root of the application's resources. */
  public static final String NAME = "data-ownership.yml";

  /** What one module declares. */
  public record Declared(List<String> schemas, List<String> tables) {}

  public static OwnershipFile none() {
    return new OwnershipFile(NAME, "", Map.of(), List.of(), List.of());
  }

  public static OwnershipFile parse(String name, String text) {
    try {
      Object root = new Yaml(new SafeConstructor(strict())).load(text);
      Map<?, ?> top = root instanceof Map<?, ?> map ? map : Map.of();
      Map<String, Declared> modules = new LinkedHashMap<>();
      if (top.get("modules") instanceof Map<?, ?> declared) {
        declared.forEach((module, value) -> modules.put(String.valueOf(module), declared(value)));
      }
      refuseSchemaPatterns(name, text, modules);
      Object base = top.get("base-package");
      return new OwnershipFile(
          name,
          base == null ? "" : base.toString(),
          modules,
          list(top.get("shared")),
          list(top.get("external")));
    } catch (YAMLException e) {
      throw new CannotInspect(name + " is not readable YAML; correct it: " + e.getMessage(), e);
    }
  }

  /** The second of two equal keys would win in silence, and with it another owner. */
  private static LoaderOptions strict() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  /** A schema has one owner by its full name; a pattern would only seem to be understood. */
  private static void refuseSchemaPatterns(
      String name, String text, Map<String, Declared> modules) {
    for (Declared declared : modules.values()) {
      for (String schema : declared.schemas()) {
        if (schema.contains("*")) {
          int line = new Lines(text).of(Math.max(0, text.indexOf(schema)));
          throw new CannotInspect(
              name
                  + ":"
                  + line
                  + " has a pattern for a schema, "
                  + schema
                  + "; write the schema's name, or a pattern below tables.");
        }
      }
    }
  }

  void addTo(Owners owners) {
    shared.forEach(owners::addShared);
    external.forEach(owners::addExternal);
    modules.forEach(
        (module, declared) -> {
          declared
              .schemas()
              .forEach(
                  schema ->
                      owners.addSchema(schema, module, name + " gives it the schema " + schema));
          declared
              .tables()
              .forEach(
                  table ->
                      owners.addTable(TableName.parse(table), module, name + " gives it " + table));
        });
  }

  private static Declared declared(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Declared(list(map.get("schemas")), list(map.get("tables")));
    }
    return new Declared(list(value), List.of());
  }

  private static List<String> list(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> texts.add(String.valueOf(each)));
    } else if (value != null) {
      texts.add(String.valueOf(value));
    }
    return texts;
  }
}
