package com.gotracker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract's own parts agree with each other. */
class ExamplesTest {

  @Test
  void everyVersionHasExamplesAndTheyKeepToIt() {
    for (String schema : Contract.schemas()) {
      List<Path> examples = Contract.examples(schema);
      assertThat(examples).as(schema).isNotEmpty();
      for (Path example : examples) {
        assertThat(Contract.violations(schema, Contract.text(example))).as("%s", example).isEmpty();
      }
    }
  }

  @Test
  void everyStateHasAnExample() {
    for (String schema : Contract.schemas()) {
      var all = Contract.schemaAsJson(schema);
      var status = all.at("/properties/status");
      var states = status.has("enum") ? status.get("enum") : all.at("/$defs/status/enum");
      List<String> shown =
          Contract.examples(schema).stream()
              .map(example -> Contract.json(example).get("status").asString())
              .toList();

      assertThat(states).isNotEmpty().allMatch(state -> shown.contains(state.asString()));
    }
  }

  @Test
  void anExampleThatBreaksTheContractWouldBeNoticed() {
    String example = Contract.text(Contract.examples("order-v1").get(0));

    assertThat(Contract.violations("order-v1", example.replace("\"tracker\"", "\"nobody\"")))
        .isNotEmpty();
    assertThat(Contract.violations("order-v1", example.replace("Z\"", "+01:00\""))).isNotEmpty();
  }

  @Test
  void allThatTheAsyncApiDocumentRefersToIsThere() {
    Map<String, Object> document =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Contract.text(Contract.DIRECTORY.resolve("asyncapi.yaml")));

    List<String> references = references(document).toList();

    assertThat(references).isNotEmpty().allMatch(reference -> isThere(reference, document));
    assertThat(isThere("#/components/messages/nothing", document)).isFalse();
  }

  private static boolean isThere(String reference, Map<String, Object> document) {
    if (!reference.startsWith("#/")) {
      return Contract.DIRECTORY.resolve(reference).toFile().isFile();
    }
    Object found = document;
    for (String step : reference.substring(2).split("/")) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found != null;
  }

  private static Stream<String> references(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(
              entry ->
                  "$ref".equals(entry.getKey())
                      ? Stream.of((String) entry.getValue())
                      : references(entry.getValue()));
    }
    return node instanceof List<?> list
        ? list.stream().flatMap(ExamplesTest::references)
        : Stream.of();
  }
}
