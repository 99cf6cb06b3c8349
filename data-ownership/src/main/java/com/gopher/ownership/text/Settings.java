package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;

/** The values that the application's files give to properties and to the texts of bundles. */
public final class Settings {

  private static final String VALUE = "Lorg/springframework/beans/factory/annotation/Value;";
  private static final Set<String> ASK =
      Set.of("getProperty", "getRequiredProperty", "getString", "getMessage");
  private static final Set<String> ASKED =
      Set.of(
          "java/util/ResourceBundle",
          "java/util/PropertyResourceBundle",
          "java/util/Properties",
          "java/lang/System",
          "org/springframework/context/MessageSource",
          "org/springframework/core/env/StandardEnvironment",
          "org/springframework/core/env/Environment",
          "org/springframework/core/env/PropertyResolver",
          "org/springframework/core/env/ConfigurableEnvironment");

  /** A text that an expression of Spring divides. */
  private static final Pattern SPLIT =
      Pattern.compile("#\\{\\s*'(.*)'\\s*\\.\\s*split\\s*\\(.*\\)\\s*}");

  private final List<Setting> all;

  /**
   * One value.
   *
   * @param file the file's path without its extension
   */
  public record Setting(String file, String key, String value) {}

  public Settings(List<Setting> all) {
    this.all = List.copyOf(all);
  }

  /** What a call that asks for a setting returns, or null if it asks for none that is known. */
  @Nullable Value call(String owner, String name, @Nullable Value self, List<Value> arguments) {
    if (owner.equals("java/util/ResourceBundle") && name.equals("getBundle")) {
      return arguments.get(0);
    }
    if (!ASKED.contains(owner) || !ASK.contains(name) || !arguments.get(0).isText()) {
      return null;
    }
    boolean bundle = owner.endsWith("Bundle") && self != null && self.isText();
    String file = bundle ? self.string().replace('.', '/') : "";
    Value value = known(file, arguments.get(0).string());
    boolean otherwise = arguments.size() > 1 && arguments.get(1).isText();
    return otherwise ? value.or(arguments.get(1)) : value.isText() ? value : null;
  }

  /** Whether a type is one that settings are asked of. */
  static boolean isAsked(String owner) {
    return ASKED.contains(owner);
  }

  /** Whether Spring injects a setting where these annotations stand. */
  boolean injects(@Nullable List<AnnotationNode> annotations) {
    return annotations != null
        && annotations.stream().anyMatch(annotation -> annotation.desc.equals(VALUE));
  }

  /**
   * What Spring injects where these annotations stand, as far as that is known, or null.
   *
   * @param descriptor of what is injected: an array or a collection is given the parts of the text
   */
  @Nullable Value injected(@Nullable List<AnnotationNode> annotations, String descriptor) {
    if (annotations == null) {
      return null;
    }
    for (AnnotationNode annotation : annotations) {
      if (annotation.desc.equals(VALUE)
          && annotation.values != null
          && annotation.values.get(1) instanceof String text) {
        Matcher split = SPLIT.matcher(text);
        boolean several = split.matches() || descriptor.matches("\\[.*|Ljava/util/.*");
        Value value =
            text.contains("#{") && !split.matches()
                ? null
                : resolved(split.matches() ? split.group(1) : text);
        return several && value != null ? divided(value) : value;
      }
    }
    return null;
  }

  private static Value divided(Value value) {
    List<Value> parts = new ArrayList<>();
    for (Text text : value.texts()) {
      text.split(",").forEach(part -> parts.add(Value.texts(Set.of(part.strip()))));
    }
    return Value.holder(parts);
  }

  private @Nullable Value resolved(String text) {
    int open = text.indexOf("${");
    int close = text.lastIndexOf('}');
    if (open < 0 || close < open) {
      return Value.text(text);
    }
    String inner = text.substring(open + 2, close);
    int colon = inner.indexOf(':');
    Value value = known("", colon < 0 ? inner : inner.substring(0, colon));
    if (colon >= 0) {
      Value otherwise = resolved(inner.substring(colon + 1));
      value = otherwise == null ? value : value.or(otherwise);
    }
    return value.isText()
        ? Value.text(text.substring(0, open))
            .concat(value)
            .concat(Value.text(text.substring(close + 1)))
        : null;
  }

  /** What the files give to a key, in any of them. */
  Value of(String key) {
    return known("", key);
  }

  private Value known(String file, String key) {
    List<Text> values = new ArrayList<>();
    for (Setting setting : all) {
      boolean inFile = file.isEmpty() || setting.file().matches("\\Q" + file + "\\E(_\\w+)*");
      if (inFile && setting.key().equals(key)) {
        values.add(Text.of(setting.value()));
      }
    }
    return values.isEmpty() ? Value.unknown(1) : Value.texts(values);
  }
}
