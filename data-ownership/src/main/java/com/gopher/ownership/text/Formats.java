package com.gopher.ownership.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What formats make of their pattern and their arguments. */
final class Formats {

  private static final Pattern FORMAT =
      Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

  private Formats() {}

  static Value format(Value pattern, Value arguments) {
    Set<Text> results = new LinkedHashSet<>();
    for (Text text : pattern.texts()) {
      results.addAll(formatOne(text, arguments.elements()).texts());
    }
    return Value.texts(results);
  }

  private static Value formatOne(Text pattern, List<Value> arguments) {
    Value result = Value.text("");
    Matcher matcher = FORMAT.matcher(pattern.string());
    int last = 0;
    int next = 0;
    while (matcher.find()) {
      result = result.concat(Value.texts(Set.of(pattern.substring(last, matcher.start()))));
      last = matcher.end();
      String conversion = matcher.group(2);
      if (conversion.equals("n") || conversion.equals("%")) {
        result = result.concat(Value.text(conversion.equals("n") ? "\n" : "%"));
      } else {
        int index = matcher.group(1) == null ? next++ : Integer.parseInt(matcher.group(1)) - 1;
        result = result.concat(index < arguments.size() ? arguments.get(index) : Value.unknown(1));
      }
    }
    return result.concat(Value.texts(Set.of(pattern.substring(last, pattern.string().length()))));
  }

  static Value messageFormat(List<Value> arguments) {
    Value result = arguments.get(0).map(text -> text.replace("''", Text.of("'")));
    List<Value> parts = arguments.size() > 1 ? arguments.get(1).elements() : List.of();
    for (int i = 0; i < parts.size(); i++) {
      result = Replacements.substitute(result, "{" + i + "}", parts.get(i));
    }
    return result;
  }
}
