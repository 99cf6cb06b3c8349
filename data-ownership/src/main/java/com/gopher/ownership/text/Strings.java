package com.gopher.ownership.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the methods of the Java library do to texts, and to builders and joiners of texts. */
final class Strings {

  private static final Set<String> BUILDERS =
      Set.of(
          "java/lang/StringBuilder",
          "java/lang/StringBuffer",
          "java/lang/AbstractStringBuilder",
          "java/io/StringWriter");
  private static final String MATCHER = "java/util/regex/Matcher";

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
    if (owner.equals("java/io/PrintWriter") && self != null) {
      return onWriter(name, self, arguments);
    }
    if (owner.equals("java/text/MessageFormat")) {
      return onMessage(name, self, arguments);
    }
    Value decoded = Decoded.call(owner, name, self, arguments);
    if (decoded != null) {
      return decoded;
    }
    if (self == null && owner.endsWith("/StringUtils")) {
      return onTexts(name, arguments);
    }
    if (owner.equals("java/util/Formatter") && self != null) {
      return onFormatter(name, self, arguments);
    }
    if (owner.equals("java/util/stream/Collectors")) {
      return name.equals("joining")
          ? Value.holder(arguments)
          : Collecting.collector(name, arguments);
    }
    if (owner.equals("java/util/Objects") && name.equals("requireNonNullElse")) {
      return arguments.get(0).or(arguments.get(1));
    }
    if (owner.equals("java/util/Objects") && name.startsWith("requireNonNull")
        || owner.equals("java/lang/invoke/StringConcatFactory")) {
      return arguments.get(0);
    }
    if (owner.startsWith("java/util/regex/")) {
      return onPattern(owner, name, self, arguments);
    }
    if (owner.startsWith("java/util/") || owner.matches("java/lang/(Iterable|ThreadLocal)")) {
      return Holders.call(owner, name, self, arguments);
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
                ? Formats.format(arguments.get(0), arguments.get(1))
                : Formats.format(arguments.get(1), arguments.get(2));
        case "join" -> Holders.join(arguments.get(0), arguments.get(1));
        case "valueOf", "copyValueOf" -> arguments.get(0).isText() ? arguments.get(0) : null;
        default -> null;
      };
    }
    return switch (name) {
      case "<init>" -> {
        self.become(arguments.isEmpty() ? Value.text("") : arguments.get(0));
        yield self;
      }
      case "concat" -> self.concat(arguments.get(0));
      case "formatted" -> Formats.format(self, arguments.get(0));
      case "replace", "replaceAll", "replaceFirst" -> Replacements.replace(self, arguments, name);
      case "trim", "strip" -> self.map(Text::strip);
      case "stripLeading" -> self.map(Text::stripLeading);
      case "stripTrailing" -> self.map(Text::stripTrailing);
      case "toLowerCase" -> self.map(text -> text.mapEach(each -> each.toLowerCase(Locale.ROOT)));
      case "toUpperCase" -> self.map(text -> text.mapEach(each -> each.toUpperCase(Locale.ROOT)));
      case "stripIndent",
          "translateEscapes",
          "intern",
          "toString",
          "indent",
          "toCharArray",
          "getBytes" ->
          self;
      case "substring" -> Replacements.substring(self, arguments);
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
      default -> Numbers.call(name, self, arguments);
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
      case "append", "write" -> self.become(self.concat(arguments.get(0)));
      case "toString", "substring" -> {
        return Value.texts(self.texts());
      }
      default -> {
        Value cut = Cuts.call(name, self, arguments);
        return cut == null ? Numbers.call(name, self, arguments) : cut;
      }
    }
    return self;
  }

  /** A writer hands on to the one that it was made with. */
  private static @Nullable Value onWriter(String name, Value self, List<Value> arguments) {
    if (name.equals("<init>")) {
      self.addElement(arguments.get(0));
      return self;
    }
    if (self.elements().size() != 1 || arguments.isEmpty()) {
      return null;
    }
    boolean formats = name.matches("printf|format") && arguments.size() == 2;
    if (formats || name.matches("print|println|append|write")) {
      Value more = formats ? Formats.format(arguments.get(0), arguments.get(1)) : arguments.get(0);
      Value target = self.elements().get(0);
      target.become(target.concat(more));
      return self;
    }
    return null;
  }

  private static @Nullable Value onMessage(
      String name, @Nullable Value self, List<Value> arguments) {
    if (self == null) {
      return name.equals("format") ? Formats.messageFormat(arguments) : null;
    }
    if (name.equals("<init>")) {
      self.become(arguments.get(0));
      return self;
    }
    return name.equals("format") && self.isText()
        ? Formats.messageFormat(List.of(self, arguments.get(0)))
        : null;
  }

  /** A pattern is its text; a matcher holds the pattern and what it looks into. */
  private static @Nullable Value onPattern(
      String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (name.equals("compile") || name.equals("quote")) {
      Value text = arguments.get(0);
      return name.equals("compile") ? text : text.map(each -> each.mapEach(Pattern::quote));
    }
    if (self != null && name.equals("matcher") && self.isText()) {
      return Value.holder(List.of(self, arguments.get(0)));
    }
    boolean replaces = owner.equals(MATCHER) && name.startsWith("replace");
    return replaces && self != null && self.elements().size() == 2
        ? Replacements.replace(
            self.elements().get(1), List.of(self.elements().get(0), arguments.get(0)), name)
        : null;
  }

  /** The helpers of Spring and Apache Commons that are called StringUtils. */
  private static @Nullable Value onTexts(String name, List<Value> arguments) {
    return switch (name) {
      case "replace" ->
          arguments.size() == 3
              ? Replacements.replace(arguments.get(0), arguments.subList(1, 3), name)
              : null;
      case "trim", "strip", "trimWhitespace" -> arguments.get(0).map(Text::strip);
      case "join", "collectionToDelimitedString", "arrayToDelimitedString" ->
          arguments.size() == 2 && arguments.get(0).isHolder()
              ? Holders.join(arguments.get(1), arguments.get(0))
              : null;
      default -> null;
    };
  }

  private static @Nullable Value onFormatter(String name, Value self, List<Value> arguments) {
    int pattern = arguments.size() - 2;
    if (name.equals("format") && pattern >= 0) {
      Value made = Formats.format(arguments.get(pattern), arguments.get(pattern + 1));
      self.become(self.isText() ? self.concat(made) : made);
      return self;
    }
    return name.equals("toString") || name.equals("out") ? self : null;
  }

  /** A joiner is a holder whose first three elements are its delimiter, prefix and suffix. */
  private static @Nullable Value onJoiner(String name, Value self, List<Value> arguments) {
    switch (name) {
      case "<init>" -> {
        for (int i = 0; i < 3; i++) {
          self.addElement(i < arguments.size() ? arguments.get(i) : Value.text(""));
        }
        self.becomesJoiner();
        return self;
      }
      case "add" -> {
        self.addElement(arguments.get(0));
        return self;
      }
      case "toString" -> {
        return self.elements().size() < 3 ? null : joined(self);
      }
      default -> {
        return null;
      }
    }
  }

  /** What a joiner has joined so far. */
  static Value joined(Value joiner) {
    List<Value> all = joiner.elements();
    return all.get(1)
        .concat(Holders.joinAll(all.get(0), all.subList(3, all.size())))
        .concat(all.get(2));
  }
}
