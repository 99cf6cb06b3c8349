package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AnnotationNode;

/** The values that the application's files give to properties and to the texts of bundles. */
public final class Settings {

  private static final String VALUE = "Lorg/springframework/beans/factory/annotation/Value;";
  private static final Set<String> ASK = Set.of("getProperty", "getRequiredProperty", "getString");
  private static final Set<String> ASKED =
      Set.of(
          "java/util/ResourceBundle",
          "java/util/PropertyResourceBundle",
          "java/util/Properties",
          "org/springframework/core/env/Environment",
          "org/springframework/core/env/PropertyResolver",
          "org/springframework/core/env/ConfigurableEnvironment");

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

  /** What Spring injects where these annotations stand, as far as that is known, or null. */
  @Nullable Value injected(@Nullable List<AnnotationNode> annotations) {
    if (annotations == null) {
      return null;
    }
    for (AnnotationNode annotation : annotations) {
      if (annotation.desc.equals(VALUE)
          && annotation.values != null
          && annotation.values.get(1) instanceof String text
          && !text.contains("#{")) {
        return resolved(text);
      }
    }
    return null;
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
      value = value.or(Value.text(inner.substring(colon + 1)));
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
