package com.gopher.ownership.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names that libraries put together of parts, as text: what they mean is decided where they go. */
final class DatabaseNames {

  private DatabaseNames() {}

  /** The name that a call makes, or null if the call makes none. */
  static @Nullable Value call(String owner, String method, List<Value> arguments) {
    boolean jooq =
        owner.equals("org/jooq/impl/DSL") && method.matches("name|quotedName|unquotedName");
    boolean spring =
        owner.equals("org/springframework/data/relational/core/sql/SqlIdentifier")
            && method.matches("from|quoted|unquoted");
    return jooq || spring ? joined(arguments) : null;
  }

  private static Value joined(List<Value> arguments) {
    Value name = Value.text("");
    for (Value argument : arguments) {
      List<Value> parts = argument.isHolder() ? argument.elements() : List.of(argument);
      for (Value part : parts) {
        boolean first = name.string().isEmpty();
        name = first ? part : name.concat(Value.text(".")).concat(part);
      }
    }
    return name;
  }
}
