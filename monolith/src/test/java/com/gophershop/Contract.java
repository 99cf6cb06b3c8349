package com.gophershop;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The contract with the tracker, as it lies in {@code docs/contract}. */
public final class Contract {
  private static final Path DIRECTORY = Path.of("..", "docs", "contract");

  private Contract() {}

  /** What a payload schema finds wrong with a text; empty if nothing. */
  public static List<String> violations(String schema, String payload) {
    var settings = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, it -> it.schemaRegistryConfig(settings))
        .getSchema(text(DIRECTORY.resolve(schema + ".schema.json")), InputFormat.JSON)
        .validate(payload, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  public static List<String> examples(String schema) {
    try (Stream<Path> files = Files.list(DIRECTORY.resolve("examples").resolve(schema))) {
      return files.sorted().map(Contract::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
