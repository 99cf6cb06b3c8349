package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * What generators make of tables and entities: tables, records and DAOs of jOOQ, query types of
 * Querydsl, static metamodels. Such a type belongs to the owner of its table, also where all of
 * them lie in one package.
 */
final class GeneratedTypes {

  private static final Set<String> OF_TABLES =
      Set.of(
          "org/jooq/impl/TableImpl",
          "org/jooq/impl/UpdatableRecordImpl",
          "org/jooq/impl/TableRecordImpl",
          "org/jooq/impl/DAOImpl",
          "com/querydsl/sql/RelationalPathBase");
  private static final String OF_ENTITY = "com/querydsl/core/types/dsl/EntityPathBase";

  private final Codebase code;
  private final Modules modules;
  private final Entities entities;
  private final Owners owners;
  private final Map<String, Boolean> onlyGenerated = new HashMap<>();

  GeneratedTypes(Codebase code, Modules modules, Entities entities, Owners owners) {
    this.code = code;
    this.modules = modules;
    this.entities = entities;
    this.owners = owners;
  }

  boolean isOne(CodeClass type) {
    return isOfTable(type) || isOfEntity(type);
  }

  /** The type with its owner, or null where a package of all tables has one that nobody owns. */
  StoredTypes.@Nullable Stored find(CodeClass type, String module) {
    if (isOfEntity(type)) {
      Entity entity = entityOf(type);
      return entity == null
          ? null
          : new StoredTypes.Stored(
              type, entity.module(), "generated query type", entity.table().toString(), true);
    }
    String plain = type.simpleName().replaceFirst("(?<=.)(Record|Dao)$", "");
    String name = TableName.snakeCase(plain);
    Resolution owner = owners.resolve(new TableName("", name), "");
    if (owner.kind() == Resolution.Kind.FOREIGN) {
      return new StoredTypes.Stored(
          type, owner.owner(), "generated table", owner.table().toString(), true);
    }
    return onlyGenerated.computeIfAbsent(module, this::hasOnlyGenerated)
        ? null
        : new StoredTypes.Stored(type, module, "generated table", type.simpleName(), true);
  }

  private boolean isOfTable(CodeClass type) {
    return code.superTypes(type).stream().anyMatch(OF_TABLES::contains);
  }

  private boolean isOfEntity(CodeClass type) {
    return type.isNoted("StaticMetamodel") || OF_ENTITY.equals(type.node().superName);
  }

  private @Nullable Entity entityOf(CodeClass type) {
    Note metamodel = type.note("StaticMetamodel");
    if (metamodel != null) {
      return metamodel.values().get("value") instanceof Type of
          ? entities.ofType(of.getInternalName())
          : null;
    }
    String signature = type.node().signature;
    return signature == null ? null : entities.ofType(Entities.firstTypeArgument(signature));
  }

  /** Whether a generator was given the whole module to write in. */
  private boolean hasOnlyGenerated(String module) {
    long own =
        code.classes().stream()
            .filter(type -> modules.of(type).equals(module) && !type.isPackageInfo())
            .filter(type -> !isOfTable(type))
            .filter(type -> !type.simpleName().matches("Tables|Keys|Indexes|Sequences|Routines"))
            .filter(type -> !isSchema(type))
            .count();
    return own == 0;
  }

  private boolean isSchema(CodeClass type) {
    return code.superTypes(type).stream().anyMatch(each -> each.startsWith("org/jooq/"));
  }
}
