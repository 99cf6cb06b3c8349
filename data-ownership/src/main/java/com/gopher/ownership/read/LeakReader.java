package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.PersistenceTypes;
import com.gopher.ownership.owner.StoredTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Reads persistence types in what a module offers to others: the public types of its package and of
 * its named interfaces.
 */
final class LeakReader {

  private static final Set<String> NOT_AN_API =
      Set.of(
          "Configuration",
          "Controller",
          "RestController",
          "ControllerAdvice",
          "SpringBootApplication",
          "StaticMetamodel");

  private final Codebase code;
  private final Modules modules;
  private final Entities entities;
  private final StoredTypes stored;
  private final Predicate<String> ownsData;
  private final Mentions mentions;

  LeakReader(
      Codebase code,
      Modules modules,
      Entities entities,
      StoredTypes stored,
      Predicate<String> ownsData,
      Mentions mentions) {
    this.ownsData = ownsData;
    this.code = code;
    this.modules = modules;
    this.entities = entities;
    this.stored = stored;
    this.mentions = mentions;
  }

  void read(CodeClass type, String module) {
    if (!isOffered(type, module)) {
      return;
    }
    if (type.node().recordComponents != null) {
      for (RecordComponentNode component : type.node().recordComponents) {
        report(
            type,
            module,
            component.name,
            0,
            PersistenceTypes.in(
                component.signature == null ? component.descriptor : component.signature));
      }
    }
    for (FieldNode field : type.node().fields) {
      if ((field.access & Opcodes.ACC_PUBLIC) != 0) {
        String signature = field.signature == null ? field.desc : field.signature;
        report(type, module, field.name, 0, PersistenceTypes.in(signature));
      }
    }
    for (MethodNode method : type.node().methods) {
      if (isOperation(type, method)) {
        report(type, module, method.name, CodeClass.firstLine(method), exposed(method, module));
      }
    }
  }

  private boolean isOffered(CodeClass type, String module) {
    Module home = modules.named(module);
    boolean visible = (type.node().access & Opcodes.ACC_PUBLIC) != 0 && !type.isPackageInfo();
    if (home == null || !visible || stored.find(type.name()) != null) {
      return false;
    }
    if (type.classNotes().stream().anyMatch(note -> NOT_AN_API.contains(note.simpleName()))) {
      return false;
    }
    return type.packageName().equals(home.packageName()) || isNamedInterface(type) || isOpen(home);
  }

  private boolean isNamedInterface(CodeClass type) {
    CodeClass packageInfo = code.find(type.packageName().replace('.', '/') + "/package-info");
    return type.isNoted("NamedInterface")
        || packageInfo != null && packageInfo.isNoted("NamedInterface");
  }

  private boolean isOpen(Module home) {
    CodeClass packageInfo = code.find(home.packageName().replace('.', '/') + "/package-info");
    return packageInfo != null
        && packageInfo.note("ApplicationModule") != null
        && "OPEN".equals(packageInfo.note("ApplicationModule").values().get("type"));
  }

  /**
   * Constructors receive what Spring injects, and overridden methods have the shape of what they
   * override.
   */
  private boolean isOperation(CodeClass type, MethodNode method) {
    boolean visible = (method.access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    boolean written =
        (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0
            && !method.name.startsWith("<");
    boolean bean =
        type.notes().stream()
            .anyMatch(
                noted ->
                    noted.member().equals(method.name)
                        && (noted.note().is("Bean") || noted.note().is("Autowired")));
    boolean accessor =
        type.node().recordComponents != null
            && type.node().recordComponents.stream().anyMatch(c -> c.name.equals(method.name));
    return visible && written && !bean && !accessor && !isAskedOfSubClasses(method);
  }

  /** What only sub classes answer, to the class itself, is handed in and not out. */
  private static boolean isAskedOfSubClasses(MethodNode method) {
    return (method.access & Opcodes.ACC_PROTECTED) != 0
        && (method.access & Opcodes.ACC_ABSTRACT) != 0;
  }

  /**
   * What the method returns, and the parameters by which a caller asks: a client, connection or row
   * that is handed in is the caller's own, and so is all that a module without data is handed.
   */
  private List<String> exposed(MethodNode method, String module) {
    String signature = method.signature == null ? method.desc : method.signature;
    boolean nothing = !ownsData.test(module);
    String returned = signature.substring(signature.indexOf(')') + 1);
    String offered = nothing ? returned : returned + typeArguments(signature);
    List<String> exposed = new ArrayList<>(PersistenceTypes.in(signature));
    exposed.removeIf(
        type ->
            (PersistenceTypes.isTool(type) || nothing)
                && !offered.contains("L" + type + ";")
                && !offered.contains("L" + type + "<"));
    return exposed;
  }

  /** Everything between angle brackets: what a callback or a list is about. */
  private static String typeArguments(String signature) {
    int open = signature.indexOf('<', signature.indexOf('('));
    int close = signature.lastIndexOf('>');
    return open < 0 ? "" : signature.substring(open, close);
  }

  private void report(
      CodeClass type, String module, String member, int line, List<String> exposedTypes) {
    for (String exposed : exposedTypes) {
      boolean entity = entities.ofType(exposed) != null && module.equals(modules.ofClass(exposed));
      boolean repository =
          stored.find(exposed) != null
              && stored.find(exposed).certain()
              && module.equals(stored.find(exposed).module());
      if (entity || repository || PersistenceTypes.isOne(exposed)) {
        String simple = exposed.substring(exposed.lastIndexOf('/') + 1);
        String table = entity ? entities.ofType(exposed).table().toString() : simple;
        String why =
            type.simpleName()
                + " is public in what module '"
                + module
                + "' offers, and "
                + simple
                + " is a persistence type";
        mentions.add(
            new Mention.Crossing(
                Place.in(module, type, member, line),
                Rule.API_LEAK,
                module,
                table,
                member + " exposes >>" + simple + "<<",
                why));
      }
    }
  }
}
