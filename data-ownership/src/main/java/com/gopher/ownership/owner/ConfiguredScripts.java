package com.gopher.ownership.owner;

import com.gopher.ownership.changelog.Changelog;
import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.sql.SqlReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Scripts inside a module's package that the code or the settings name as the place of migrations.
 * If nothing of that module names a table that they create, while several others do and one of them
 * is alone in naming one, then they are the whole application's, and the module only runs them.
 */
final class ConfiguredScripts {

  private static final Pattern SEPARATORS = Pattern.compile("[\\s,;'\"\\[\\]]+");

  private final Modules modules;
  private final Codebase code;
  private final Entities entities;
  private final SqlReader sql;

  ConfiguredScripts(Modules modules, Codebase code, Entities entities, SqlReader sql) {
    this.modules = modules;
    this.code = code;
    this.entities = entities;
    this.sql = sql;
  }

  /** The modules whose scripts are the whole application's. */
  Set<String> homes(Collection<ResourceFile> resources) {
    Map<String, List<ResourceFile>> inside = new TreeMap<>();
    for (ResourceFile script : resources) {
      String home = modules.ofPackage(script.path());
      if (!home.isEmpty() && (OwnersFinder.definesTables(script) || Changelog.isOne(script))) {
        inside.computeIfAbsent(home, name -> new ArrayList<>()).add(script);
      }
    }
    Set<String> homes = new TreeSet<>();
    if (inside.isEmpty()) {
      return homes;
    }
    Set<String> locations = locations(resources);
    inside.forEach(
        (home, scripts) -> {
          boolean named = scripts.stream().anyMatch(script -> isNamed(script, locations));
          if (named && isOfOthers(home, scripts)) {
            homes.add(home);
          }
        });
    return homes;
  }

  private Set<String> locations(Collection<ResourceFile> resources) {
    Set<String> found = new TreeSet<>();
    code.classes().forEach(type -> texts(type).forEach(text -> addLocations(text, found)));
    resources.stream()
        .filter(file -> file.hasExtension("properties", "yml", "yaml"))
        .forEach(file -> addLocations(file.text(), found));
    return found;
  }

  private static void addLocations(String text, Set<String> into) {
    if (text.indexOf('/') >= 0) {
      Arrays.stream(SEPARATORS.split(text))
          .map(each -> each.replaceFirst("^.*[=:]", "").replaceAll("^/|/?[*]*/?$", ""))
          .filter(each -> each.indexOf('/') > 0)
          .forEach(into::add);
    }
  }

  private static boolean isNamed(ResourceFile script, Set<String> locations) {
    return locations.contains(script.path())
        || locations.stream().anyMatch(each -> script.path().startsWith(each + "/"));
  }

  private boolean isOfOthers(String home, List<ResourceFile> scripts) {
    Map<String, Set<String>> users = new TreeMap<>();
    for (ResourceFile script : scripts) {
      OwnersFinder.created(script, sql)
          .forEach(table -> users.put(lower(table.name()), new TreeSet<>()));
    }
    for (Entity entity : entities.all()) {
      users.getOrDefault(lower(entity.table().name()), new TreeSet<>()).add(entity.module());
    }
    for (CodeClass type : code.classes()) {
      String module = modules.of(type);
      texts(type).forEach(text -> addUser(text, module, users));
    }
    Set<String> all = new TreeSet<>();
    users.values().forEach(all::addAll);
    boolean alone =
        users.values().stream()
            .anyMatch(each -> each.size() == 1 && !each.contains(Modules.APPLICATION));
    all.remove(Modules.APPLICATION);
    return alone && all.size() > 1 && !all.contains(home);
  }

  private void addUser(String text, String module, Map<String, Set<String>> users) {
    String lower = lower(text);
    if (users.keySet().stream().noneMatch(lower::contains)) {
      return;
    }
    if (users.containsKey(lower)) {
      users.get(lower).add(module);
    }
    sql.read(text)
        .uses()
        .forEach(use -> users.getOrDefault(lower(use.lastPart()), new TreeSet<>()).add(module));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The texts that stand in a class: in its code, its constants and its annotations. */
  private static List<String> texts(CodeClass type) {
    List<Object> found = new ArrayList<>();
    for (FieldNode field : type.node().fields) {
      found.add(field.value);
    }
    for (MethodNode method : type.node().methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof LdcInsnNode constant) {
          found.add(constant.cst);
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
          found.addAll(Arrays.asList(dynamic.bsmArgs));
        }
      }
    }
    for (Noted noted : type.notes()) {
      Note note = noted.note();
      note.values().keySet().forEach(attribute -> found.addAll(note.texts(attribute)));
    }
    return found.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }
}
