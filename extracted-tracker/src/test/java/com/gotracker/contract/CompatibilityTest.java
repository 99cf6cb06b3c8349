package com.gotracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change of the contract that would break somebody does not get through the build. */
class CompatibilityTest {

  private static final Path RELEASED = Path.of("src", "test", "resources", "released");

  static List<String> schemas() {
    return Contract.schemas();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aReleasedVersionStaysAsItWasReleased(String schema) {
    JsonNode released = Contract.json(RELEASED.resolve(schema + ".schema.json"));
    JsonNode now = Contract.schemaAsJson(schema);

    assertThat(Compatibility.problems(released, now)).isEmpty();
    assertThat(fields(now)).isEqualTo(fields(released));
  }

  @Test
  void allVersionsOfAPayloadShareItsTopic() {
    for (String one : Contract.schemas()) {
      for (String other : Contract.schemas()) {
        if (payload(one).equals(payload(other))) {
          assertThat(
                  Compatibility.problems(Contract.schemaAsJson(one), Contract.schemaAsJson(other)))
              .as("%s and %s", one, other)
              .isEmpty();
        }
      }
    }
  }

  static Stream<Named<Consumer<ObjectNode>>> changesThatBreakSomebody() {
    return Stream.of(
        change("a new required field", order -> required(order).add("giftNote")),
        change("a required field made optional", order -> required(order).remove(0)),
        change("another type", order -> field(order, "sequence").put("type", "string")),
        change("a narrower range", order -> field(order, "sequence").put("minimum", 2)),
        change("a wider range", order -> field(order, "sequence").remove("minimum")),
        change(
            "a new state", order -> ((ArrayNode) field(order, "status").get("enum")).add("LOST")),
        change(
            "one state less", order -> ((ArrayNode) field(order, "status").get("enum")).remove(0)),
        change("another format", order -> field(order, "id").put("format", "uri")),
        change("unknown fields forbidden", order -> order.put("additionalProperties", false)),
        change(
            "a required field gone",
            order -> {
              required(order).remove(0);
              ((ObjectNode) order.get("properties")).remove("id");
            }),
        change(
            "a nested field of another type",
            order ->
                ((ObjectNode) order.at("/$defs/line/properties/quantity")).put("type", "number")),
        change(
            "an item with a new required field",
            order -> ((ArrayNode) order.at("/$defs/line/required")).add("colour")));
  }

  @ParameterizedTest
  @MethodSource("changesThatBreakSomebody")
  void suchAChangeIsFound(Consumer<ObjectNode> change) {
    JsonNode before = Contract.schemaAsJson("order-v1");
    ObjectNode after = (ObjectNode) before.deepCopy();
    change.accept(after);

    assertThat(Compatibility.problems(before, after)).isNotEmpty();
    assertThat(Compatibility.problems(after, before)).isNotEmpty();
  }

  static Stream<Named<Consumer<ObjectNode>>> changesThatBreakNobody() {
    return Stream.of(
        change("nothing", order -> {}),
        change("another text", order -> order.put("description", "An order.")),
        change(
            "a new optional field",
            order ->
                ((ObjectNode) order.get("properties")).putObject("giftNote").put("type", "string")),
        change(
            "states in another order",
            order -> {
              ArrayNode states = (ArrayNode) field(order, "status").get("enum");
              states.add(states.remove(0));
            }));
  }

  @ParameterizedTest
  @MethodSource("changesThatBreakNobody")
  void suchAChangeIsLetThrough(Consumer<ObjectNode> change) {
    JsonNode before = Contract.schemaAsJson("order-v1");
    ObjectNode after = (ObjectNode) before.deepCopy();
    change.accept(after);

    assertThat(Compatibility.problems(before, after)).isEmpty();
    assertThat(Compatibility.problems(after, before)).isEmpty();
  }

  private static Named<Consumer<ObjectNode>> change(String name, Consumer<ObjectNode> change) {
    return Named.of(name, change);
  }

  private static ArrayNode required(JsonNode schema) {
    return (ArrayNode) schema.get("required");
  }

  private static ObjectNode field(JsonNode schema, String name) {
    return (ObjectNode) schema.get("properties").get(name);
  }

  private static List<String> fields(JsonNode schema) {
    return schema.get("properties").propertyNames().stream().sorted().toList();
  }

  private static String payload(String schema) {
    return schema.substring(0, schema.lastIndexOf("-v"));
  }
}
