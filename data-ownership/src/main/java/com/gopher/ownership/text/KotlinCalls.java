package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Kotlin's library does to texts and to lists of them. */
final class KotlinCalls {

  private KotlinCalls() {}

  /** The result of such a call, or null if this is none. */
  static @Nullable Value call(String owner, String name, List<Value> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    Value first = arguments.get(0);
    boolean texts = owner.startsWith("kotlin/text/StringsKt");
    if (texts && name.matches("trim(Indent|Margin)(\\$default)?|replaceIndent.*")) {
      return first;
    }
    if (texts && name.equals("trim")) {
      return first.map(Text::strip);
    }
    if (texts && name.matches("replace(\\$default)?") && arguments.size() > 2) {
      return Replacements.replace(first, arguments.subList(1, 3), "replace");
    }
    boolean collections = owner.startsWith("kotlin/collections/");
    if (collections && name.matches("(list|set|arrayList|mutableList|mutableSet)Of")) {
      return first.isHolder() ? first : Value.holder(new ArrayList<>(arguments));
    }
    if (collections && name.equals("joinToString$default") && arguments.size() > 1) {
      return Holders.joinAll(arguments.get(1), first.elements());
    }
    return null;
  }
}
