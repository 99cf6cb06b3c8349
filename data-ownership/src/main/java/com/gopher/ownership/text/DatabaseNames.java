package com.gopher.ownership.text;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that libraries put together of parts, as text: what they mean is decided where they go. */
final class DatabaseNames {

  private DatabaseNames() {}

  private static final Pattern RELATIONAL =
      Pattern.compile("org/springframework/data/relational/core/sql/(Table|SQL)");
  private static final Pattern RENDERER =
      Pattern.compile("org/springframework/data/relational/core/sql/render/(SqlRenderer|Renderer)");

  /** The name that a call makes, or null if the call makes none. */
  static @Nullable Value call(String owner, String method, List<Value> arguments) {
    boolean jooq =
        owner.equals("org/jooq/impl/DSL") && method.matches("name|quotedName|unquotedName");
    boolean spring =
        owner.equals("org/springframework/data/relational/core/sql/SqlIdentifier")
            && method.matches("from|quoted|unquoted");
    return jooq || spring ? joined(arguments) : null;
  }

  /** Whether a call makes an object that stands for a table. */
  static boolean makesTable(String owner, String method) {
    boolean jooq = owner.equals("org/jooq/impl/DSL") && method.equals("table");
    boolean spring = RELATIONAL.matcher(owner).matches() && method.matches("create|table|aliased");
    return jooq || spring;
  }

  /**
   * What a call makes of tables: an object that has the table's name, that object under an alias,
   * or the text of a query over such objects, which names no table besides; null if neither.
   */
  static @Nullable Value made(
      String owner, String method, @Nullable Value self, List<Value> arguments) {
    if (self == null && makesTable(owner, method) && arguments.get(0).isText()) {
      return arguments.get(0);
    }
    if (owner.endsWith("/relational/core/sql/Table") && method.equals("as") && self != null) {
      return self;
    }
    boolean renders = RENDERER.matcher(owner).matches() && method.matches("toString|render");
    return renders && arguments.size() == 1 ? Value.text("") : null;
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
