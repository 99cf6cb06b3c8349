package com.gopher.ownership.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is cut out of a builder, put into its middle, or turned round, where the places are known.
 */
final class Cuts {

  private Cuts() {}

  /** The builder after such a call, or null if it is none; unknown places leave it as it is. */
  static @Nullable Value call(String name, Value self, List<Value> arguments) {
    int first = arguments.isEmpty() ? -1 : Numbers.of(arguments.get(0));
    int second = arguments.size() < 2 ? -1 : Numbers.of(arguments.get(1));
    switch (name) {
      case "insert" ->
          self.become(
              first == 0
                  ? arguments.get(1).concat(self)
                  : first > 0
                      ? put(self, first, first, arguments.get(1))
                      : either(self, arguments));
      case "replace" ->
          self.become(
              first >= 0 && second >= first
                  ? put(self, first, second, arguments.get(2))
                  : self.isText() && arguments.get(2).isText()
                      ? self.or(self.concat(arguments.get(2)))
                      : self);
      case "reverse" -> self.become(self.map(Text::reversed));
      case "setLength" -> self.become(isSeparator(self, first) ? put(self, first, -1) : self);
      case "deleteCharAt" -> self.become(first >= 0 ? put(self, first, first + 1) : self);
      case "delete" -> self.become(first >= 0 && second >= first ? put(self, first, second) : self);
      case "setCharAt", "ensureCapacity", "trimToSize" -> {
        // Says nothing of the names in the text.
      }
      default -> {
        return null;
      }
    }
    return self;
  }

  private static Value either(Value self, List<Value> arguments) {
    return self.concat(arguments.get(1));
  }

  /** How often a loop adds to a text is not known, so that only a last separator is cut off. */
  private static boolean isSeparator(Value self, int from) {
    return from >= 0
        && self.texts().stream()
            .allMatch(
                text ->
                    text.string().length() < from
                        || text.string().substring(from).chars().noneMatch(Character::isLetter));
  }

  private static Value put(Value self, int from, int to) {
    return put(self, from, to, Value.text(""));
  }

  /** The text with another one between two places; an end below 0 is that of the text. */
  private static Value put(Value self, int from, int to, Value middle) {
    Value result = null;
    for (Text text : self.texts()) {
      int length = text.string().length();
      int start = Math.min(from, length);
      int end = to < 0 ? length : Math.min(to, length);
      Value made =
          Value.texts(List.of(text.substring(0, start)))
              .concat(middle)
              .concat(Value.texts(List.of(text.substring(Math.max(start, end), length))));
      result = result == null ? made : result.or(made);
    }
    return result == null ? self : result;
  }
}
