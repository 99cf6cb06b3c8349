package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/**
 * The tables that Spring Data JDBC keeps the parts of an aggregate in, without an annotation on the
 * part: a part's class names its table, whether one of it is referred to or a collection. What is
 * embedded lies in the aggregate's own table.
 */
final class AggregateParts {

  private static final int DEEPEST = 5;
  private static final Pattern NO_PART =
      Pattern.compile(
          "org/springframework/data/(relational/core/mapping/Embedded.*|annotation/(Transient|ReadOnlyProperty))");

  private final Codebase code;
  private final Modules modules;
  private final Entity aggregate;
  private final Set<String> seen = new HashSet<>();
  private final List<TableName> tables = new ArrayList<>();

  private AggregateParts(Entity aggregate, Codebase code, Modules modules) {
    this.aggregate = aggregate;
    this.code = code;
    this.modules = modules;
  }

  /**
   * The tables of an aggregate's parts; none for what something else than Spring Data JDBC maps.
   */
  static List<TableName> tables(Entity aggregate, Codebase code, Modules modules) {
    boolean relational =
        aggregate.type().notes().stream()
            .anyMatch(
                noted ->
                    noted.note().type().startsWith("org/springframework/data/relational/")
                        || noted.note().type().equals("org/springframework/data/annotation/Id"));
    if (!relational || aggregate.type().isNoted("Entity") || aggregate.type().isNoted("Document")) {
      return List.of();
    }
    AggregateParts parts = new AggregateParts(aggregate, code, modules);
    parts.seen.add(aggregate.type().name());
    parts.addOf(aggregate.type(), 0);
    return parts.tables;
  }

  private void addOf(CodeClass type, int depth) {
    for (FieldNode field : type.node().fields) {
      boolean kept = (field.access & (Opcodes.ACC_STATIC | Opcodes.ACC_TRANSIENT)) == 0;
      boolean other =
          type.notes().stream()
              .anyMatch(
                  noted ->
                      noted.member().equals(field.name)
                          && NO_PART.matcher(noted.note().type()).matches());
      if (kept && !other && depth < DEEPEST) {
        PersistenceTypes.in(field.signature == null ? field.desc : field.signature)
            .forEach(name -> addPart(name, field, depth));
      }
    }
  }

  /** A reference to another aggregate names its class, too, but is kept as its identifier. */
  private void addPart(String name, FieldNode field, int depth) {
    CodeClass part = code.find(name);
    boolean reference = field.desc.contains("/AggregateReference;");
    if (part == null || reference || !isOwn(part) || !seen.add(name)) {
      return;
    }
    if (!part.isNoted("Table")) {
      tables.add(new TableName(aggregate.table().schema(), TableName.snakeCase(part.simpleName())));
    }
    addOf(part, depth + 1);
  }

  /** What lies in a shared module is a value rather than a row of this aggregate. */
  private boolean isOwn(CodeClass type) {
    boolean record = !type.isInterface() && (type.node().access & Opcodes.ACC_ENUM) == 0;
    return record && modules.of(type).equals(aggregate.module());
  }
}
