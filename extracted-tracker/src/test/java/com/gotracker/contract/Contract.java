package com.gotracker.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract as it lies in {@code docs/contract}. */
public final class Contract {

  public static final Path DIRECTORY = Path.of("..", "docs", "contract");

  private static final JsonMapper JSON = JsonMapper.shared();

  private Contract() {}

  /** What a payload schema finds wrong with a text; empty if nothing. */
  public static List<String> violations(String schema, String payload) {
    return schema(schema).validate(payload, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  public static JsonNode schemaAsJson(String name) {
    return json(DIRECTORY.resolve(name + ".schema.json"));
  }

  /** The names of all payload schemas, such as {@code order-v1}. */
  public static List<String> schemas() {
    return filesIn(DIRECTORY, ".schema.json").stream()
        .map(file -> file.getFileName().toString().replace(".schema.json", ""))
        .toList();
  }

  public static List<Path> examples(String schema) {
    return filesIn(DIRECTORY.resolve("examples").resolve(schema), ".json");
  }

  public static JsonNode json(Path file) {
    return JSON.readTree(file.toFile());
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String name) {
    var settings = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, it -> it.schemaRegistryConfig(settings))
        .getSchema(text(DIRECTORY.resolve(name + ".schema.json")), InputFormat.JSON);
  }

  private static List<Path> filesIn(Path directory, String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
