package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.PersistenceTypes;
import com.gopher.ownership.owner.StoredTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/**
 * Names what the owner offers instead of its tables: the public types of its package that expose no
 * storage, events and others. What others implement for it is nothing to ask.
 */
final class Advice {

  private static final Set<String> NOT_OFFERED =
      Set.of(
          "Entity",
          "Table",
          "Configuration",
          "RestController",
          "Controller",
          "Embeddable",
          "MappedSuperclass",
          "Mapper");

  private static final Pattern INNER_NAME =
      Pattern.compile(
          ".+(Repository|Dao|DAO|Impl|Exception|Error|Configuration|Config|Row|Mapper|Tool|Command|Consumer|Entity)|Abstract.+");

  /** What a module usually calls the type to ask; such types are named first. */
  private static final Pattern ASKED =
      Pattern.compile(".+(Service|Management|Facade|Api|Client)s?");

  private final Codebase code;
  private final Modules modules;
  private final StoredTypes stored;
  private final Map<String, String> known = new HashMap<>();

  Advice(Codebase code, Modules modules, StoredTypes stored) {
    this.code = code;
    this.modules = modules;
    this.stored = stored;
  }

  String instead(String owner) {
    return known.computeIfAbsent(owner, this::find);
  }

  private String find(String owner) {
    Module module = modules.named(owner);
    if (module == null) {
      return "declare who owns it in data-ownership.yml, or that it is shared or external";
    }
    List<String> events = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (CodeClass type : code.classes()) {
      if (type.packageName().equals(module.packageName()) && isOffered(type)) {
        boolean value = (type.node().access & Opcodes.ACC_RECORD) != 0;
        if (!value) {
          types.add(
              ASKED.matcher(type.simpleName()).matches() ? 0 : types.size(), type.simpleName());
        } else if (type.simpleName().matches(".*(ed|Event)")) {
          events.add(type.simpleName());
        }
      }
    }
    String api = types.isEmpty() ? "" : "ask module '" + owner + "' by its API: " + first(types);
    String event = events.isEmpty() ? "" : "listen to its events: " + first(events);
    if (api.isEmpty() && event.isEmpty()) {
      return "let module '"
          + owner
          + "' offer an API in its package "
          + module.packageName()
          + " or publish an event";
    }
    return api.isEmpty() || event.isEmpty() ? api + event : api + "; or " + event;
  }

  private boolean isOffered(CodeClass type) {
    boolean usable =
        (type.node().access & Opcodes.ACC_PUBLIC) != 0
            && !type.isPackageInfo()
            && !type.name().contains("$");
    boolean kind = (type.node().access & (Opcodes.ACC_ENUM | Opcodes.ACC_ANNOTATION)) != 0;
    boolean half = !type.isInterface() && (type.node().access & Opcodes.ACC_ABSTRACT) != 0;
    boolean program = type.node().methods.stream().anyMatch(each -> each.name.equals("main"));
    boolean service =
        type.isInterface() || type.node().methods.stream().anyMatch(Advice::isOperation);
    return usable
        && !kind
        && !half
        && !program
        && service
        && type.classNotes().stream().noneMatch(note -> NOT_OFFERED.contains(note.simpleName()))
        && !INNER_NAME.matcher(type.simpleName()).matches()
        && !exposesStorage(type)
        && !isImplementedElsewhereOnly(type);
  }

  private boolean exposesStorage(CodeClass type) {
    return stored.find(type.name()) != null
        || code.superTypes(type).stream().anyMatch(this::isStorage)
        || type.node().methods.stream()
            .filter(Advice::isOperation)
            .map(method -> method.signature == null ? method.desc : method.signature)
            .flatMap(signature -> PersistenceTypes.in(signature).stream())
            .anyMatch(this::isStorage);
  }

  private boolean isStorage(String internalName) {
    return PersistenceTypes.isOne(internalName) || stored.find(internalName) != null;
  }

  /** An interface that only other modules implement is what its module asks of them: an SPI. */
  private boolean isImplementedElsewhereOnly(CodeClass type) {
    if (!type.isInterface()) {
      return false;
    }
    String home = modules.of(type);
    List<CodeClass> implementations =
        code.classes().stream()
            .filter(each -> code.superTypes(each).contains(type.name()))
            .toList();
    return !implementations.isEmpty()
        && implementations.stream().noneMatch(each -> modules.of(each).equals(home));
  }

  private static boolean isOperation(org.objectweb.asm.tree.MethodNode method) {
    return (method.access & Opcodes.ACC_PUBLIC) != 0 && !method.name.startsWith("<");
  }

  private static String first(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(3, names.size())));
  }
}
