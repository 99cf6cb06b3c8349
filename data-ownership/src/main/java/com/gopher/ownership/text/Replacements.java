package com.gopher.ownership.text;

import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What replacing and cutting leaves of a text. */
final class Replacements {

  private Replacements() {}

  /**
   * @param method replace, replaceAll or replaceFirst; all but the first of them take an expression
   */
  static Value replace(Value self, List<Value> arguments, String method) {
    Value result = Value.texts(self.texts());
    Set<Text> all = new LinkedHashSet<>();
    for (Text what : arguments.get(0).texts()) {
      String pattern = what.string();
      boolean regex = !method.equals("replace");
      Patterns patterns = regex ? Patterns.of(pattern, method.equals("replaceAll")) : null;
      String plain = regex ? plain(pattern) : pattern;
      all.addAll(substitute(result, plain, arguments.get(1), patterns).texts());
    }
    return Value.texts(all);
  }

  private static String plain(String pattern) {
    return pattern.replaceAll("^\\\\Q|\\\\E$", "").replaceAll("\\\\([^\\w])", "$1");
  }

  static Value substitute(Value self, String what, Value by) {
    return substitute(self, what, by, null);
  }

  private static Value substitute(Value self, String what, Value by, @Nullable Patterns patterns) {
    Set<Text> results = new LinkedHashSet<>();
    boolean known = !what.isEmpty() && what.indexOf(SqlText.HOLE) < 0;
    for (Text text : self.texts()) {
      for (Text replacement : by.texts()) {
        Text matched = patterns == null ? null : patterns.replace(text, replacement);
        if (matched == null && (!known || text.string().indexOf(what) < 0)) {
          results.add(text);
        } else if (!text.isOtherObjects(replacement)) {
          results.add(matched == null ? text.replace(what, replacement) : matched);
        }
      }
    }
    return results.isEmpty() ? self : Value.texts(results);
  }

  static Value substring(Value self, List<Value> arguments) {
    List<Integer> bounds = new ArrayList<>();
    for (Value argument : arguments) {
      String text = argument.string();
      bounds.add(text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1);
    }
    return self.map(
        text -> {
          int from = bounds.get(0);
          int length = text.string().length();
          int to = bounds.size() > 1 ? bounds.get(1) : length;
          return from >= 0 && to >= from && to <= length ? text.substring(from, to) : text;
        });
  }
}
