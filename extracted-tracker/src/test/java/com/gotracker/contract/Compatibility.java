package com.gotracker.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares two versions of a payload by the rules of {@code docs/contract/README.md}. They hold in
 * both directions, because old and new readers and writers run side by side: so a field that both
 * versions know must be the same in both, and only optional ones may be known to one alone.
 */
final class Compatibility {

  private static final Set<String> TEXTS =
      Set.of("description", "title", "examples", "$comment", "$id", "$schema", "$defs", "$ref");
  private static final Set<String> COMPARED_BY_PART = Set.of("properties", "required", "items");
  private static final Set<String> CLOSING =
      Set.of("additionalProperties", "unevaluatedProperties");

  private final JsonNode one;
  private final JsonNode other;
  private final List<String> problems = new ArrayList<>();

  private Compatibility(JsonNode one, JsonNode other) {
    this.one = one;
    this.other = other;
  }

  /** What keeps the two versions from sharing a topic; empty if nothing does. */
  static List<String> problems(JsonNode one, JsonNode other) {
    var comparison = new Compatibility(one, other);
    comparison.compare("", one, other);
    return comparison.problems;
  }

  private void compare(String path, JsonNode referringA, JsonNode referringB) {
    JsonNode a = resolve(referringA, one);
    JsonNode b = resolve(referringB, other);
    for (String keyword : union(a.propertyNames(), b.propertyNames())) {
      if (CLOSING.contains(keyword)) {
        problems.add(path + ": " + keyword + " would refuse fields of other versions");
      } else if (!TEXTS.contains(keyword)
          && !COMPARED_BY_PART.contains(keyword)
          && !same(a.get(keyword), b.get(keyword))) {
        problems.add(
            "%s: %s differs (%s, %s)".formatted(path, keyword, a.get(keyword), b.get(keyword)));
      }
    }
    if (!values(a.get("required")).equals(values(b.get("required")))) {
      problems.add(
          "%s: other fields are required (%s, %s)"
              .formatted(path, values(a.get("required")), values(b.get("required"))));
    }
    compareFields(path, a.get("properties"), b.get("properties"));
    if (a.has("items") && b.has("items")) {
      compare(path + "[]", a.get("items"), b.get("items"));
    } else if (a.has("items") != b.has("items")) {
      problems.add(path + ": only one version describes its items");
    }
  }

  private void compareFields(String path, @Nullable JsonNode a, @Nullable JsonNode b) {
    if (a == null || b == null) {
      return;
    }
    for (String field : a.propertyNames()) {
      if (b.has(field)) {
        compare(path + "/" + field, a.get(field), b.get(field));
      }
    }
  }

  private static JsonNode resolve(JsonNode schema, JsonNode root) {
    JsonNode reference = schema.get("$ref");
    return reference == null ? schema : root.at(reference.asString().substring(1));
  }

  private static boolean same(@Nullable JsonNode a, @Nullable JsonNode b) {
    return a != null && b != null && a.isArray() && b.isArray()
        ? values(a).equals(values(b))
        : Objects.equals(a, b);
  }

  private static Set<String> values(@Nullable JsonNode array) {
    Set<String> values = new TreeSet<>();
    if (array != null) {
      StreamSupport.stream(array.spliterator(), false).map(JsonNode::toString).forEach(values::add);
    }
    return values;
  }

  private static Set<String> union(Iterable<String> a, Iterable<String> b) {
    Set<String> all = new TreeSet<>();
    a.forEach(all::add);
    b.forEach(all::add);
    return all;
  }
}
