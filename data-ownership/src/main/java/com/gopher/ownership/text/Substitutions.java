package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What helpers of Spring and Apache Commons put in the place of marked names: from a map, from
 * properties, or from the application's settings.
 */
final class Substitutions {

  private static final Set<String> SETTINGS =
      Set.of(
          "resolvePlaceholders",
          "resolveRequiredPlaceholders",
          "resolveStringValue",
          "resolveEmbeddedValue");
  private static final Pattern SUBSTITUTOR =
      Pattern.compile("org/apache/commons/(text/StringSubstitutor|lang3?/text/StrSubstitutor)");
  private static final String HELPER = "org/springframework/util/PropertyPlaceholderHelper";
  private static final int MOST_NAMES = 16;

  private final Settings settings;
  private final Functions functions;

  Substitutions(Settings settings, Functions functions) {
    this.settings = settings;
    this.functions = functions;
  }

  /** The result of the call, or null if it replaces no names, or none that are known. */
  @Nullable Value call(String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (owner.startsWith("org/springframework/")
        && SETTINGS.contains(name)
        && arguments.size() == 1) {
      return replaced(arguments.get(0), "${", "}", settings::of);
    }
    if (owner.equals(HELPER)) {
      return self == null ? null : withMarks(name, self, arguments, 0);
    }
    if (!SUBSTITUTOR.matcher(owner).matches()) {
      return null;
    }
    if (self != null) {
      return withMarks(name, self, arguments, 1);
    }
    boolean marked = arguments.size() > 3;
    return name.equals("replace") && arguments.size() > 1
        ? replaced(
            arguments.get(0),
            marked ? arguments.get(2).string() : "${",
            marked ? arguments.get(3).string() : "}",
            key -> among(arguments.get(1), key))
        : null;
  }

  /**
   * A helper is a holder of what its constructor was given: marks, and before them the values if it
   * is given any.
   */
  private @Nullable Value withMarks(String name, Value self, List<Value> arguments, int marks) {
    if (name.equals("<init>")) {
      arguments.forEach(self::addElement);
      return self;
    }
    if (!name.startsWith("replace") || arguments.isEmpty()) {
      return null;
    }
    List<Value> given = self.elements();
    boolean marked = given.size() > marks + 1;
    Value values = marks > 0 && !given.isEmpty() ? given.get(0) : last(arguments);
    return replaced(
        arguments.get(0),
        marked ? given.get(marks).string() : "${",
        marked ? given.get(marks + 1).string() : "}",
        key -> among(values, key));
  }

  private static Value last(List<Value> arguments) {
    return arguments.get(arguments.size() - 1);
  }

  private Value among(Value values, String key) {
    Value found =
        !values.functions().isEmpty()
            ? functions.applied(values, List.of(Value.text(key)))
            : Holders.underKey(values, key);
    return found == null ? Value.unknown(1) : found;
  }

  /** The values of names. */
  private interface Names {
    Value of(String name);
  }

  private static @Nullable Value replaced(Value texts, String open, String close, Names names) {
    if (!texts.isText() || open.isEmpty() || close.isEmpty()) {
      return null;
    }
    Pattern marked =
        Pattern.compile(Pattern.quote(open) + "([^{}]*?)" + Pattern.quote(close), Pattern.DOTALL);
    Value result = texts;
    List<String> seen = new ArrayList<>();
    for (Text text : texts.texts()) {
      Matcher matcher = marked.matcher(text.string());
      while (matcher.find() && seen.size() < MOST_NAMES) {
        if (!seen.contains(matcher.group())) {
          seen.add(matcher.group());
          String[] parts = matcher.group(1).split(":-?", 2);
          Value value = names.of(parts[0]);
          if (parts.length > 1) {
            value = value.or(Value.text(parts[1]));
          }
          result = Replacements.substitute(result, matcher.group(), value);
        }
      }
    }
    return result;
  }
}
