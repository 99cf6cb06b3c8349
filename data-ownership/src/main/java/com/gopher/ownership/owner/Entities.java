package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.locate.ResourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * The mapped classes of the application: entities of JPA and JDO, Spring Data aggregates, and what
 * files map.
 */
public final class Entities {

  private final Map<String, Entity> byType = new TreeMap<>();

  public static Entities find(Codebase code, Modules modules, Collection<ResourceFile> resources) {
    Entities entities = new Entities();
    for (CodeClass type : code.classes()) {
      if (isMapped(type)) {
        entities.add(type, code, modules);
      }
      String aggregate = aggregateOf(type, code);
      CodeClass known = code.find(aggregate);
      if (known != null && !entities.byType.containsKey(aggregate)) {
        entities.add(known, code, modules);
      }
    }
    for (Entity mapped : MappingFiles.read(code, modules, resources)) {
      entities.byType.putIfAbsent(mapped.type().name(), mapped);
    }
    return entities;
  }

  /**
   * The same classes, where what maps a table in a module of nothing but such classes, as a
   * generator writes them, belongs to the owner of its table; one that maps tables of only one
   * other module does not count.
   */
  public Entities withOwners(Codebase code, Modules modules, Owners owners) {
    Map<String, Set<String>> othersOf = new TreeMap<>();
    for (Entity entity : byType.values()) {
      Resolution table = owners.resolve(entity.table(), entity.module());
      Set<String> others = othersOf.computeIfAbsent(entity.module(), name -> new TreeSet<>());
      if (table.kind() == Resolution.Kind.FOREIGN) {
        others.add(table.owner());
      }
    }
    for (CodeClass type : code.classes()) {
      String outer = type.name().replaceFirst("\\$.*", "");
      if (!type.isPackageInfo() && !byType.containsKey(outer)) {
        othersOf.remove(modules.of(type));
      }
    }
    Entities owned = new Entities();
    for (Entity entity : byType.values()) {
      Resolution table = owners.resolve(entity.table(), entity.module());
      boolean lent =
          othersOf.getOrDefault(entity.module(), Set.of()).size() > 1
              && table.kind() == Resolution.Kind.FOREIGN;
      owned.byType.put(entity.type().name(), lent ? entity.of(table.owner()) : entity);
    }
    return owned;
  }

  /** The module that a class maps for: that of its table's owner, if it is generated. */
  public String moduleOf(CodeClass type, String otherwise) {
    Entity entity = byType.get(type.name());
    return entity == null ? otherwise : entity.module();
  }

  public Collection<Entity> all() {
    return byType.values();
  }

  public @Nullable Entity ofType(String internalName) {
    return byType.get(internalName);
  }

  /** The entities that JPQL could mean by a name: by entity name or by class name. */
  public List<Entity> named(List<String> parts) {
    String name = String.join(".", parts);
    return byType.values().stream()
        .filter(
            entity ->
                entity.name().equals(name)
                    || entity.type().javaName().replace('$', '.').equals(name))
        .toList();
  }

  public Set<String> types() {
    return byType.keySet();
  }

  private static boolean isMapped(CodeClass type) {
    return type.isNoted("Entity")
        || type.isNoted("PersistenceCapable")
        || type.isNoted("TableName")
        || type.isNoted("Table") && !type.isInterface()
        || type.classNotes().stream()
            .anyMatch(
                note ->
                    note.type().equals("org/springframework/data/relational/core/mapping/Table"));
  }

  /** The aggregate that a Spring Data repository manages, or empty. */
  private static String aggregateOf(CodeClass type, Codebase code) {
    if (!type.isInterface() || type.node().signature == null) {
      return "";
    }
    boolean repository = code.superTypes(type).stream().anyMatch(Entities::isRepository);
    return repository ? firstTypeArgument(type.node().signature) : "";
  }

  /** Whether a type of a library makes what extends it a repository of its first type argument. */
  public static boolean isRepository(String internalName) {
    return internalName.startsWith("org/springframework/data/")
            && internalName.endsWith("Repository")
        || internalName.startsWith("com/baomidou/mybatisplus/") && internalName.endsWith("Mapper");
  }

  static String firstTypeArgument(String signature) {
    List<String> arguments = new ArrayList<>();
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(org.objectweb.asm.Opcodes.ASM9) {
              private boolean inArgument;

              @Override
              public SignatureVisitor visitTypeArgument(char wildcard) {
                inArgument = true;
                return this;
              }

              @Override
              public void visitClassType(String name) {
                if (inArgument) {
                  arguments.add(name);
                }
              }
            });
    return arguments.isEmpty() ? "" : arguments.get(0);
  }

  private void add(CodeClass type, Codebase code, Modules modules) {
    Note table = tableNote(type);
    Note entity = type.note("Entity");
    String entityName =
        entity == null || entity.text("name").isEmpty() ? type.simpleName() : entity.text("name");
    String written =
        table == null
            ? ""
            : Stream.of("name", "value", "table")
                .map(table::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    String schema = table == null ? "" : table.text("schema");
    CodeClass root = table == null ? rootEntity(type, code) : null;
    if (root != null) {
      Note rootTable = root.note("Table");
      written = rootTable == null ? "" : rootTable.text("name");
      schema = rootTable == null ? "" : rootTable.text("schema");
      entityName = written.isEmpty() ? root.simpleName() : entityName;
    }
    TableName name =
        written.isEmpty()
            ? new TableName(schema, TableName.snakeCase(entityName))
            : qualified(schema, written);
    String jpqlName =
        entity == null || entity.text("name").isEmpty() ? type.simpleName() : entity.text("name");
    byType.put(
        type.name(),
        new Entity(type, jpqlName, name, modules.of(type), !written.isEmpty() && root == null));
  }

  /** What names the table: an annotation of MyBatis-Plus, of JDO, or that of all others. */
  private static @Nullable Note tableNote(CodeClass type) {
    return Stream.of("TableName", "PersistenceCapable", "Table")
        .filter(type::isNoted)
        .map(type::note)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable CodeClass rootEntity(CodeClass type, Codebase code) {
    CodeClass root = null;
    for (String superType : code.superTypes(type)) {
      CodeClass known = code.find(superType);
      if (known != null && known.isNoted("Entity")) {
        Note strategy = known.note("Inheritance");
        boolean ownTable =
            strategy != null
                && !"SINGLE_TABLE"
                    .equals(strategy.values().getOrDefault("strategy", "SINGLE_TABLE"));
        root = ownTable ? null : known;
      }
    }
    return root;
  }

  /** A named query belongs to the entity that its name begins with, as Spring Data reads it. */
  public String moduleOfQuery(String queryName, String otherwise) {
    String first =
        queryName.contains(".") ? queryName.substring(0, queryName.indexOf('.')) : queryName;
    List<Entity> named = named(List.of(first));
    return named.size() == 1 ? named.get(0).module() : otherwise;
  }

  public static TableName qualified(String schema, String written) {
    TableName parsed = TableName.parse(written);
    return schema.isEmpty() ? parsed : new TableName(schema, parsed.name());
  }

  /**
   * Tables that a mapping brings along: join, collection and secondary tables, written or implied.
   */
  static List<TableName> sideTables(Entity entity) {
    List<TableName> found = new ArrayList<>();
    for (Noted noted : entity.type().notes()) {
      List<Note> notes = new ArrayList<>(noted.note().nested());
      notes.add(noted.note());
      for (Note note : notes) {
        if (Set.of("JoinTable", "CollectionTable", "SecondaryTable").contains(note.simpleName())
            && !note.text("name").isEmpty()) {
          found.add(qualified(note.text("schema"), note.text("name")));
        }
      }
      if (noted.note().is("ElementCollection")) {
        found.add(
            new TableName(
                entity.table().schema(),
                TableName.snakeCase(entity.name() + "_" + noted.member())));
      }
    }
    return found;
  }
}
