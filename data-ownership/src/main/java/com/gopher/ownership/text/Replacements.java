package com.gopher.ownership.text;

import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What replacing and cutting leaves of a text. */
final class Replacements {

  private Replacements() {}

  static Value replace(Value self, List<Value> arguments, boolean regex) {
    Value result = Value.texts(self.texts());
    Set<Text> all = new LinkedHashSet<>();
    for (Text what : arguments.get(0).texts()) {
      all.addAll(substitute(result, what.string(), arguments.get(1), regex).texts());
    }
    return Value.texts(all);
  }

  static Value substitute(Value self, String what, Value by, boolean regex) {
    Set<Text> results = new LinkedHashSet<>();
    String plain =
        regex ? what.replaceAll("^\\\\Q|\\\\E$", "").replaceAll("\\\\([^\\w])", "$1") : what;
    boolean known = !plain.isEmpty() && plain.indexOf(SqlText.HOLE) < 0;
    for (Text text : self.texts()) {
      for (Text replacement : by.texts()) {
        if (!known || text.string().indexOf(plain) < 0) {
          results.add(text);
        } else if (!text.isOtherObjects(replacement)) {
          results.add(text.replace(plain, replacement));
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
