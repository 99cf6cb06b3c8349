package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which types of the application stand for stored data: entities and the parts of their mappings,
 * repositories, mappers and row types.
 */
public final class StoredTypes {

  private static final Set<String> MAPPERS =
      Set.of(
          "org/springframework/jdbc/core/RowMapper",
          "org/springframework/jdbc/core/ResultSetExtractor",
          "org/springframework/jdbc/core/RowCallbackHandler",
          "org/springframework/jdbc/object/SqlQuery",
          "org/springframework/jdbc/object/MappingSqlQuery");
  private static final Pattern STORED_NAME =
      Pattern.compile(".+(Row|Entity|Dao|DAO|Repository|RowMapper)");

  private final Map<String, Stored> types = new TreeMap<>();
  private final Map<String, Stored> offeredParts = new TreeMap<>();
  private final GeneratedTypes generated;
  private final Owners owners;

  /**
   * One such type.
   *
   * @param what what it is, in a word
   * @param table the table behind it as far as it is known, else the type's name
   * @param certain whether more than its name tells so
   */
  public record Stored(CodeClass type, String module, String what, String table, boolean certain) {}

  public StoredTypes(Codebase code, Modules modules, Entities entities, Owners owners) {
    this.owners = owners;
    this.generated = new GeneratedTypes(code, modules, entities, owners);
    for (Entity entity : entities.all()) {
      put(entity.type(), entity.module(), "entity", entity.table().toString(), true);
    }
    addPartsOfMappings(entities, code, modules);
    for (CodeClass type : code.classes()) {
      String module = modules.of(type);
      if (modules.isModule(module) && !types.containsKey(type.name())) {
        classify(type, module, code, modules, entities);
      }
    }
  }

  public @Nullable Stored find(String internalName) {
    return types.get(internalName);
  }

  /**
   * A part of a mapping that lies in its module's API: code may use it as a value, and only another
   * module's mapping may not be made with it. Null for any other type.
   */
  public @Nullable Stored findOfferedPart(String internalName) {
    return offeredParts.get(internalName);
  }

  private void classify(
      CodeClass type, String module, Codebase code, Modules modules, Entities entities) {
    Set<String> superTypes = code.superTypes(type);
    boolean annotated =
        type.classNotes().stream()
                .map(Note::simpleName)
                .anyMatch(Set.of("Repository", "RepositoryDefinition", "Dao")::contains)
            && !isOffered(type, module, modules);
    boolean batisMapper =
        type.classNotes().stream()
            .anyMatch(note -> note.is("Mapper") && note.type().contains("ibatis"));
    boolean repository =
        superTypes.stream().anyMatch(Entities::isRepository) && !isGenericBase(type);
    if (repository
        || annotated
        || superTypes.contains("org/springframework/data/jpa/domain/Specification")) {
      Entity managed = managed(type, entities);
      put(
          type,
          module,
          "repository",
          managed == null ? type.simpleName() : managed.table().toString(),
          true);
    } else if (batisMapper || superTypes.stream().anyMatch(MAPPERS::contains)) {
      put(type, module, "mapper", type.simpleName(), true);
      addRow(type, module, code, modules);
    } else if (generated.isOne(type)) {
      Stored table = generated.find(type, module);
      if (table != null) {
        types.put(type.name(), table);
      }
    } else if (STORED_NAME.matcher(type.simpleName()).matches()
        && !isBase(type, module, code, modules)
        && (owners.tableCount() == 0 || owners.ownsData(module))) {
      addByName(type, module, modules, entities);
    }
  }

  /**
   * A name is a hint. With one of the module's entities in its methods the type is a repository; an
   * interface in the module's API without any stored type is what others are to use.
   */
  private void addByName(CodeClass type, String module, Modules modules, Entities entities) {
    Module home = modules.named(module);
    boolean api = home != null && type.packageName().equals(home.packageName());
    Entity handled = handled(type, module, entities);
    if (handled != null && !api && type.simpleName().matches(".+(Dao|DAO|Repository)")) {
      put(type, module, "repository", handled.table().toString(), true);
    } else if (handled != null || !api || !isPlainInterface(type)) {
      put(type, module, "row type or repository by its name", type.simpleName(), false);
    }
  }

  /** The module's entity that a method of the type takes or returns, or null. */
  private static @Nullable Entity handled(CodeClass type, String module, Entities entities) {
    return signatures(type)
        .map(entities::ofType)
        .filter(entity -> entity != null && entity.module().equals(module))
        .findFirst()
        .orElse(null);
  }

  private static boolean isPlainInterface(CodeClass type) {
    return type.isInterface() && signatures(type).noneMatch(PersistenceTypes::isOne);
  }

  private static Stream<String> signatures(CodeClass type) {
    return type.node().methods.stream()
        .map(method -> method.signature == null ? method.desc : method.signature)
        .flatMap(signature -> PersistenceTypes.in(signature).stream());
  }

  /** A repository of whatever its sub types say stands for no table. */
  private static boolean isGenericBase(CodeClass type) {
    return type.isNoted("NoRepositoryBean")
        && type.node().signature != null
        && type.node().signature.startsWith("<");
  }

  /** What is only there to be extended maps no table. */
  private static boolean isBase(CodeClass type, String module, Codebase code, Modules modules) {
    boolean isAbstract = (type.node().access & Opcodes.ACC_ABSTRACT) != 0;
    boolean generic = type.node().signature != null && type.node().signature.startsWith("<");
    boolean marker = type.isInterface() && type.simpleName().matches(".+(Row|Entity)");
    return type.isNoted("MappedSuperclass")
        || generic
        || marker
        || isAbstract && !type.isInterface()
        || code.classes().stream()
            .anyMatch(
                each ->
                    type.name().equals(each.node().superName) && !modules.of(each).equals(module));
  }

  /**
   * The stereotype says how a class works inside. One that its module offers under a name of its
   * own is the API, and not the storage.
   */
  private static boolean isOffered(CodeClass type, String module, Modules modules) {
    Module home = modules.named(module);
    return home != null
        && type.packageName().equals(home.packageName())
        && !type.simpleName().matches(".+(Repository|Dao|DAO)(Impl)?");
  }

  /**
   * What a mapping is made with (converters, id classes, listeners) is as inner as the entity. What
   * the entities of several other modules name, too, is lent to them.
   */
  private void addPartsOfMappings(Entities entities, Codebase code, Modules modules) {
    Map<String, Set<String>> users = new TreeMap<>();
    for (Entity entity : entities.all()) {
      for (CodeClass part : partsOf(entity, code)) {
        users.computeIfAbsent(part.name(), name -> new TreeSet<>()).add(entity.module());
      }
    }
    for (Entity entity : entities.all()) {
      Module home = modules.named(entity.module());
      for (CodeClass part : partsOf(entity, code)) {
        boolean own =
            home != null
                && modules.of(part).equals(home.name())
                && users.get(part.name()).size() < 3
                && !types.containsKey(part.name());
        if (own && part.packageName().equals(home.packageName())) {
          String table = entity.table().toString();
          offeredParts.put(
              part.name(), new Stored(part, home.name(), "part of a mapping", table, true));
        } else if (own) {
          put(part, home.name(), "part of a mapping", entity.table().toString(), true);
        }
      }
    }
  }

  private static List<CodeClass> partsOf(Entity entity, Codebase code) {
    return entity.type().notes().stream()
        .map(Noted::note)
        .filter(note -> PersistenceTypes.isMapping(note.type()))
        .flatMap(note -> note.types().stream())
        .map(named -> code.find(named.getInternalName()))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Entity managed(CodeClass type, Entities entities) {
    return type.references().stream()
        .map(reference -> entities.ofType(reference.target()))
        .filter(entity -> entity != null)
        .findFirst()
        .orElse(null);
  }

  /** What a mapper makes of a row is a row type, unless it is part of the module's API. */
  private void addRow(CodeClass mapper, String module, Codebase code, Modules modules) {
    Module home = modules.named(module);
    for (MethodNode method : mapper.node().methods) {
      boolean maps =
          List.of("mapRow", "extractData").contains(method.name)
              && Type.getReturnType(method.desc).getSort() == Type.OBJECT;
      CodeClass row = maps ? code.find(Type.getReturnType(method.desc).getInternalName()) : null;
      if (row != null
          && home != null
          && !row.packageName().equals(home.packageName())
          && modules.of(row).equals(module)) {
        put(row, module, "row type", row.simpleName(), true);
      }
    }
  }

  private void put(CodeClass type, String module, String what, String table, boolean certain) {
    types.put(type.name(), new Stored(type, module, what, table, certain));
  }
}
