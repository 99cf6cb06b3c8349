package com.gopher.course.check;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A payload schema of the contract, as the course has it: a learner's copy is not asked. */
final class PayloadSchema {

  static final PayloadSchema ORDER = new PayloadSchema("order-v1.schema.json");

  private final Schema schema;

  private PayloadSchema(String file) {
    var settings = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, it -> it.schemaRegistryConfig(settings))
            .getSchema(text(file), InputFormat.JSON);
  }

  /**
   * What is wrong with a payload, one sentence each; empty if nothing.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  List<String> violations(String payload) {
    return schema.validate(payload, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String text(String file) {
    try (var stream = PayloadSchema.class.getResourceAsStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
