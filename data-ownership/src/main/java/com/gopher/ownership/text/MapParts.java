package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys, values and entries of maps, whose elements are keys and values in turn. */
final class MapParts {

  private MapParts() {}

  /** The result of a call that takes a map or an entry apart, or null if it is none. */
  static @Nullable Value call(String owner, String name, Value self) {
    List<Value> elements = self.elements();
    boolean pairs = !elements.isEmpty() && elements.size() % 2 == 0;
    if (!pairs || !owner.endsWith("Map") && !owner.endsWith("Entry")) {
      return null;
    }
    boolean entry = owner.endsWith("Entry") && elements.size() == 2;
    return switch (name) {
      case "keySet" -> every(elements, 0);
      case "values" -> every(elements, 1);
      case "entrySet" -> Value.holder(pairs(self));
      case "getKey" -> entry ? elements.get(0) : null;
      case "getValue" -> entry ? elements.get(1) : null;
      default -> null;
    };
  }

  /** The entries of a map, each with its key and its value. */
  static List<Value> pairs(Value map) {
    List<Value> pairs = new ArrayList<>();
    List<Value> elements = map.elements();
    for (int i = 0; i + 1 < elements.size(); i += 2) {
      pairs.add(Value.holder(List.of(elements.get(i), elements.get(i + 1))));
    }
    return pairs;
  }

  private static Value every(List<Value> elements, int first) {
    List<Value> half = new ArrayList<>();
    for (int i = first; i < elements.size(); i += 2) {
      half.add(elements.get(i));
    }
    return Value.holder(half);
  }
}
