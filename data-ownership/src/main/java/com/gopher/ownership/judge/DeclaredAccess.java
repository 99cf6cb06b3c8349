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
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final Pattern SOURCE =
      Pattern.compile(".*\\)L[\\w/$]*(DataSource|ConnectionFactory|HikariConfig);");
  private static final Pattern LEADS =
      Pattern.compile("(?i).*(url|user|username|login|password|data-?source).*");

  private final Map<String, Set<String>> beans = new HashMap<>();
  private final Map<String, Set<String>> prefixes = new HashMap<>();
  private final Map<String, Set<String>> properties = new HashMap<>();

  DeclaredAccess(Codebase code, Modules modules) {
    for (CodeClass type : code.classes()) {
      String module = modules.of(type);
      units(type).forEach(name -> add(beans, name, module));
      for (Noted noted : type.notes()) {
        if (noted.note().is("Bean")) {
          names(type, noted).forEach(name -> add(beans, name, module));
        } else if (noted.note().is("ConfigurationProperties")) {
          add(prefixes, noted.note().text("prefix") + noted.note().text("value"), module);
        } else if (noted.note().is("Value") && declaresSource(type, noted.member())) {
          noted.note().texts("value").forEach(text -> add(properties, property(text), module));
        }
      }
    }
  }

  /**
   * Whether an injected value goes into a data source that the class declares: a parameter of that
   * method, or a field beside it.
   */
  private static boolean declaresSource(CodeClass type, String member) {
    boolean field = type.node().fields.stream().anyMatch(each -> each.name.equals(member));
    return type.notes().stream()
        .filter(noted -> noted.note().is("Bean") && (field || noted.member().equals(member)))
        .anyMatch(
            noted ->
                type.node().methods.stream()
                    .filter(method -> method.name.equals(noted.member()))
                    .anyMatch(method -> SOURCE.matcher(method.desc).matches()));
  }

  /** The property that is injected, if it leads to a database and not all to the same one. */
  private static String property(String text) {
    int open = text.indexOf("${");
    String key = open < 0 ? "" : text.substring(open + 2).replaceAll("[:}].*", "");
    return LEADS.matcher(key).matches() && !key.startsWith("spring.") ? key : "";
  }

  /** A property that several modules read for their data source is that of the one it names. */
  private static Set<String> named(String property, Set<String> modules) {
    Set<String> named = new HashSet<>(modules);
    List<String> words = List.of(property.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
    named.removeIf(module -> !words.contains(module.toLowerCase(Locale.ROOT)));
    return named.isEmpty() ? modules : named;
  }

  /**
   * The modules that declare this bean, or a prefix that this property begins with, or a data
   * source by this property.
   */
  Set<String> modulesOf(String name) {
    Set<String> found = new HashSet<>(beans.getOrDefault(name, Set.of()));
    found.addAll(named(name, properties.getOrDefault(name, Set.of())));
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
