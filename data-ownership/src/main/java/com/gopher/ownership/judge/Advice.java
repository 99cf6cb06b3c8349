package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Names what the owner offers instead of its tables: the public types of its package, events and
 * others.
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

  private final Codebase code;
  private final Modules modules;
  private final Map<String, String> known = new HashMap<>();

  Advice(Codebase code, Modules modules) {
    this.code = code;
    this.modules = modules;
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
          types.add(type.simpleName());
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

  private static boolean isOffered(CodeClass type) {
    boolean usable =
        (type.node().access & Opcodes.ACC_PUBLIC) != 0
            && !type.isPackageInfo()
            && !type.name().contains("$");
    boolean enumeration = (type.node().access & Opcodes.ACC_ENUM) != 0;
    boolean service =
        type.isInterface() || type.node().methods.stream().anyMatch(Advice::isOperation);
    return usable
        && !enumeration
        && service
        && type.classNotes().stream().noneMatch(note -> NOT_OFFERED.contains(note.simpleName()))
        && !type.simpleName().endsWith("Repository");
  }

  private static boolean isOperation(org.objectweb.asm.tree.MethodNode method) {
    return (method.access & Opcodes.ACC_PUBLIC) != 0 && !method.name.startsWith("<");
  }

  private static String first(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(3, names.size())));
  }
}
