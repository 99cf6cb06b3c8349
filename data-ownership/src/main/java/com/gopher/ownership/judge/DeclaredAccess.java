package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.PersistenceTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The beans, units and prefixes of properties by which modules declare their access to a database.
 */
final class DeclaredAccess {

  private static final Set<String> UNIT_SETTERS =
      Set.of("setPersistenceUnitName", "persistenceUnit", "setDefaultPersistenceUnitName");

  private final Map<String, Set<String>> beans = new HashMap<>();
  private final Map<String, Set<String>> prefixes = new HashMap<>();

  DeclaredAccess(Codebase code, Modules modules) {
    for (CodeClass type : code.classes()) {
      String module = modules.of(type);
      units(type).forEach(name -> add(beans, name, module));
      for (Noted noted : type.notes()) {
        if (noted.note().is("Bean")) {
          names(type, noted).forEach(name -> add(beans, name, module));
        } else if (noted.note().is("ConfigurationProperties")) {
          add(prefixes, noted.note().text("prefix") + noted.note().text("value"), module);
        }
      }
    }
  }

  /** The modules that declare this bean, or a prefix that this property begins with. */
  Set<String> modulesOf(String name) {
    Set<String> found = new HashSet<>(beans.getOrDefault(name, Set.of()));
    prefixes.forEach(
        (prefix, modules) -> {
          if (name.startsWith(prefix + ".")) {
            found.addAll(modules);
          }
        });
    return found;
  }

  /** The names that the class gives to persistence units. */
  private static List<String> units(CodeClass type) {
    List<String> names = new ArrayList<>();
    for (MethodNode method : type.node().methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof MethodInsnNode call
            && UNIT_SETTERS.contains(call.name)
            && insn.getPrevious() instanceof LdcInsnNode constant
            && constant.cst instanceof String name) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<String> names(CodeClass type, Noted noted) {
    MethodNode method =
        type.node().methods.stream()
            .filter(each -> each.name.equals(noted.member()))
            .findFirst()
            .orElse(null);
    if (method == null
        || Type.getReturnType(method.desc).getSort() != Type.OBJECT
        || !PersistenceTypes.isOne(Type.getReturnType(method.desc).getInternalName())) {
      return List.of();
    }
    Note bean = noted.note();
    List<String> names = new ArrayList<>(bean.texts("name"));
    names.addAll(bean.texts("value"));
    return names.isEmpty() ? List.of(method.name) : names;
  }

  private static void add(Map<String, Set<String>> to, String name, String module) {
    if (!name.isEmpty()) {
      to.computeIfAbsent(name, key -> new HashSet<>()).add(module);
    }
  }
}
