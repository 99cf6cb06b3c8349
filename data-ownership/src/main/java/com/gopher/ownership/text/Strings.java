package com.gopher.ownership.text;

import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the methods of the Java library do to texts and to the holders of texts. */
final class Strings {

  private static final Pattern FORMAT =
      Pattern.compile("%(?:(\\d+)\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");
  private static final Set<String> BUILDERS =
      Set.of(
          "java/lang/StringBuilder", "java/lang/StringBuffer", "java/lang/AbstractStringBuilder");
  private static final Set<String> HOLDS =
      Set.of(
          "java/util/List",
          "java/util/Set",
          "java/util/Arrays",
          "java/util/stream/Stream",
          "java/util/Map",
          "java/util/Collections",
          "java/util/Optional",
          "java/util/Map$Entry",
          "java/util/Objects",
          "java/util/EnumSet");

  private static final Set<String> MAKES_HOLDER =
      Set.of(
          "of",
          "asList",
          "copyOf",
          "ofEntries",
          "entry",
          "singletonList",
          "singleton",
          "unmodifiableList",
          "stream",
          "ofNullable",
          "concat",
          "singletonMap");
  private static final Set<String> ADDS =
      Set.of(
          "<init>",
          "add",
          "addLast",
          "addFirst",
          "offer",
          "push",
          "put",
          "putIfAbsent",
          "addAll",
          "putAll",
          "set");
  private static final Set<String> TAKES_OUT =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "next",
          "getOrDefault",
          "getValue",
          "getKey",
          "poll",
          "pop",
          "remove",
          "orElse",
          "orElseThrow",
          "findFirst",
          "findAny",
          "orElseGet",
          "peek",
          "nextElement");
  private static final Set<String> KEEPS =
      Set.of(
          "iterator",
          "listIterator",
          "stream",
          "parallelStream",
          "toList",
          "toArray",
          "values",
          "entrySet",
          "keySet",
          "subList",
          "filter",
          "distinct",
          "sorted",
          "limit",
          "skip",
          "reversed",
          "spliterator",
          "asIterator");

  private Strings() {}

  /**
   * The result of a library call, or null if this is not one that is understood. Builders and
   * collections are changed in place.
   */
  static @Nullable Value call(
      String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (owner.equals("java/lang/String")) {
      return onString(name, self, arguments);
    }
    if (BUILDERS.contains(owner) && self != null) {
      return onBuilder(name, self, arguments);
    }
    if (owner.equals("java/util/StringJoiner") && self != null) {
      return onJoiner(name, self, arguments);
    }
    if (owner.equals("java/text/MessageFormat") && name.equals("format") && self == null) {
      return messageFormat(arguments);
    }
    if (owner.equals("java/util/stream/Collectors") && name.equals("joining")) {
      return Value.holder(arguments);
    }
    if (owner.equals("java/util/Objects") && name.startsWith("requireNonNull")
        || owner.equals("java/lang/invoke/StringConcatFactory")) {
      return arguments.get(0);
    }
    if (owner.startsWith("java/util/") || owner.equals("java/lang/Iterable")) {
      return onHolder(owner, name, self, arguments);
    }
    if (name.equals("toString") && self != null && arguments.isEmpty() && self.isText()) {
      return self;
    }
    return null;
  }

  private static @Nullable Value onString(
      String name, @Nullable Value self, List<Value> arguments) {
    if (self == null) {
      return switch (name) {
        case "format" ->
            arguments.size() == 2
                ? format(arguments.get(0), arguments.get(1))
                : format(arguments.get(1), arguments.get(2));
        case "join" -> join(arguments.get(0), arguments.get(1));
        case "valueOf", "copyValueOf" -> arguments.get(0).isText() ? arguments.get(0) : null;
        default -> null;
      };
    }
    return switch (name) {
      case "concat" -> self.concat(arguments.get(0));
      case "formatted" -> format(self, arguments.get(0));
      case "replace" -> replace(self, arguments, false);
      case "replaceAll", "replaceFirst" -> replace(self, arguments, true);
      case "trim", "strip" -> self.map(Text::strip);
      case "stripLeading" -> self.map(Text::stripLeading);
      case "stripTrailing" -> self.map(Text::stripTrailing);
      case "toLowerCase" -> self.map(text -> text.mapEach(each -> each.toLowerCase(Locale.ROOT)));
      case "toUpperCase" -> self.map(text -> text.mapEach(each -> each.toUpperCase(Locale.ROOT)));
      case "stripIndent", "translateEscapes", "intern", "toString", "indent" -> self;
      case "substring" -> substring(self, arguments);
      case "repeat" -> self;
      case "split" ->
          Value.holder(
              self.texts().stream()
                  .flatMap(text -> text.split(arguments.get(0).string()).stream())
                  .map(part -> Value.texts(Set.of(part)))
                  .toList());
      case "lines" ->
          Value.holder(
              self.texts().stream()
                  .flatMap(text -> text.lines().stream())
                  .map(line -> Value.texts(Set.of(line)))
                  .toList());
      default -> null;
    };
  }

  private static @Nullable Value onBuilder(String name, Value self, List<Value> arguments) {
    switch (name) {
      case "<init>" ->
          self.become(
              arguments.size() == 1
                      && arguments.get(0).isText()
                      && !arguments.get(0).string().matches("\\d+")
                  ? arguments.get(0)
                  : Value.text(""));
      case "append" -> self.become(self.concat(arguments.get(0)));
      case "insert" ->
          self.become(
              zero(arguments.get(0))
                  ? arguments.get(1).concat(self)
                  : self.concat(arguments.get(1)));
      case "toString", "substring" -> {
        return Value.texts(self.texts());
      }
      case "delete",
          "deleteCharAt",
          "setLength",
          "reverse",
          "replace",
          "setCharAt",
          "ensureCapacity" -> {
        return self;
      }
      default -> {
        return null;
      }
    }
    return self;
  }

  /** A joiner is a holder whose first three elements are its delimiter, prefix and suffix. */
  private static @Nullable Value onJoiner(String name, Value self, List<Value> arguments) {
    switch (name) {
      case "<init>" -> {
        for (int i = 0; i < 3; i++) {
          self.addElement(i < arguments.size() ? arguments.get(i) : Value.text(""));
        }
        return self;
      }
      case "add" -> {
        self.addElement(arguments.get(0));
        return self;
      }
      case "toString" -> {
        List<Value> all = self.elements();
        return all.size() < 3
            ? null
            : all.get(1).concat(joinAll(all.get(0), all.subList(3, all.size()))).concat(all.get(2));
      }
      default -> {
        return null;
      }
    }
  }

  private static @Nullable Value onHolder(
      String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (self == null) {
      boolean makes = HOLDS.contains(owner) && MAKES_HOLDER.contains(name);
      return makes ? Value.holder(flattened(arguments)) : null;
    }
    if (ADDS.contains(name)) {
      flattened(arguments).forEach(self::addElement);
      return self;
    }
    if (TAKES_OUT.contains(name)) {
      return element(name, self, arguments);
    }
    if (name.equals("collect")) {
      return collected(self, arguments.get(0));
    }
    return KEEPS.contains(name) ? self : null;
  }

  private static Value collected(Value self, Value how) {
    boolean joins = how.isHolder() && how.elements().stream().allMatch(Value::isText);
    return joins && how.elements().size() != 0
        ? joinCollected(self, how.elements())
        : joins ? joinAll(Value.text(""), self.elements()) : self;
  }

  private static Value element(String name, Value self, List<Value> arguments) {
    if (name.equals("get") && arguments.size() == 1 && arguments.get(0).isText()) {
      String index = arguments.get(0).string();
      List<Value> elements = self.elements();
      if (index.matches("\\d{1,3}") && Integer.parseInt(index) < elements.size()) {
        return elements.get(Integer.parseInt(index));
      }
      for (int i = 0; i + 1 < elements.size(); i++) {
        if (elements.get(i).isText() && isOne(elements.get(i), index)) {
          return elements.get(i + 1);
        }
      }
    }
    return self.isHolder() ? self.anyElement() : self;
  }

  private static Value joinCollected(Value self, List<Value> how) {
    Value joined = joinAll(how.get(0), self.elements());
    return how.size() < 3 ? joined : how.get(1).concat(joined).concat(how.get(2));
  }

  private static List<Value> flattened(List<Value> arguments) {
    List<Value> flat = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument.isHolder() && !argument.isText()) {
        flat.addAll(argument.elements());
      } else {
        flat.add(argument);
      }
    }
    return flat;
  }

  private static Value join(Value delimiter, Value parts) {
    return parts.isHolder() ? joinAll(delimiter, parts.elements()) : Value.unknown(1);
  }

  static Value joinAll(Value delimiter, List<Value> parts) {
    Value joined = Value.text("");
    boolean first = true;
    for (Value part : parts) {
      joined = first ? joined.concat(part) : joined.concat(delimiter).concat(part);
      first = false;
    }
    return joined;
  }

  private static Value format(Value pattern, Value arguments) {
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

  private static Value messageFormat(List<Value> arguments) {
    Value result = arguments.get(0).map(text -> text.replace("''", Text.of("'")));
    List<Value> parts = arguments.size() > 1 ? arguments.get(1).elements() : List.of();
    for (int i = 0; i < parts.size(); i++) {
      result = substitute(result, "{" + i + "}", parts.get(i), false);
    }
    return result;
  }

  static Value replace(Value self, List<Value> arguments, boolean regex) {
    Value result = Value.texts(self.texts());
    Set<Text> all = new LinkedHashSet<>();
    for (Text what : arguments.get(0).texts()) {
      all.addAll(substitute(result, what.string(), arguments.get(1), regex).texts());
    }
    return Value.texts(all);
  }

  private static Value substitute(Value self, String what, Value by, boolean regex) {
    Set<Text> results = new LinkedHashSet<>();
    String plain =
        regex ? what.replaceAll("^\\\\Q|\\\\E$", "").replaceAll("\\\\([^\\w])", "$1") : what;
    boolean known = !plain.isEmpty() && plain.indexOf(SqlText.HOLE) < 0;
    for (Text text : self.texts()) {
      for (Text replacement : by.texts()) {
        results.add(known ? text.replace(plain, replacement) : text);
      }
    }
    return Value.texts(results);
  }

  private static Value substring(Value self, List<Value> arguments) {
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

  private static boolean zero(Value value) {
    return isOne(value, "0");
  }

  /** Whether the value may be this text. */
  private static boolean isOne(Value value, String text) {
    return value.texts().stream().anyMatch(each -> each.string().equals(text));
  }
}
