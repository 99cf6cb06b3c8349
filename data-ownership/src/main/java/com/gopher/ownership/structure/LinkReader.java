package com.gopher.ownership.structure;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Reference;
import com.gopher.ownership.owner.Modules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Where a class needs other modules: their types, their answers, their transactions, their events.
 */
final class LinkReader {

  private final Codebase code;
  private final Modules modules;
  private final Transactions transactions;
  private final Listeners listeners;

  LinkReader(Codebase code, Modules modules) {
    this.code = code;
    this.modules = modules;
    this.transactions = new Transactions(code);
    this.listeners = new Listeners(code);
  }

  List<Link> read(CodeClass type) {
    List<Link> links = new ArrayList<>(types(type));
    Set<Link> seen = new HashSet<>();
    for (MethodNode method : type.node().methods) {
      calls(type, method).stream().filter(link -> seen.add(atNoLine(link))).forEach(links::add);
      links.addAll(events(type, method));
    }
    return links;
  }

  /** One link for each class that is named, at the first place with a line. */
  private List<Link> types(CodeClass type) {
    List<Link> links = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Reference reference : withLinesFirst(type)) {
      CodeClass target = code.find(reference.target());
      if (target != null
          && isElsewhere(type, target)
          && !listeners.isEvent(target.name())
          && named.add(target.name())) {
        links.add(
            link(
                LinkKind.TYPE,
                type,
                target,
                reference.member(),
                reference.line(),
                target.javaName()));
      }
    }
    return links;
  }

  private static List<Reference> withLinesFirst(CodeClass type) {
    List<Reference> references = new ArrayList<>();
    type.references().stream().filter(it -> it.line() > 0).forEach(references::add);
    type.references().stream().filter(it -> it.line() <= 0).forEach(references::add);
    return references;
  }

  private List<Link> calls(CodeClass type, MethodNode method) {
    List<Link> links = new ArrayList<>();
    int line = 0;
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LineNumberNode number) {
        line = number.line;
      } else if (instruction instanceof MethodInsnNode call
          && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
              || call.getOpcode() == Opcodes.INVOKEINTERFACE)) {
        addCall(links, type, method, line, call.owner, call.name, call.desc);
      } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
          if (argument instanceof Handle handle
              && (handle.getTag() == Opcodes.H_INVOKEVIRTUAL
                  || handle.getTag() == Opcodes.H_INVOKEINTERFACE)) {
            addCall(
                links, type, method, line, handle.getOwner(), handle.getName(), handle.getDesc());
          }
        }
      }
    }
    return links;
  }

  private void addCall(
      List<Link> links,
      CodeClass type,
      MethodNode method,
      int line,
      String owner,
      String name,
      String descriptor) {
    CodeClass target = code.find(owner);
    if (target == null || !isElsewhere(type, target) || isValue(target)) {
      return;
    }
    String called = target.simpleName() + "." + name;
    links.add(link(LinkKind.CALL, type, target, method.name, line, called));
    if (transactions.writes(type, method.name) && transactions.joins(owner, name, descriptor)) {
      links.add(link(LinkKind.TRANSACTION, type, target, method.name, line, called));
    }
  }

  private List<Link> events(CodeClass type, MethodNode method) {
    List<Link> links = new ArrayList<>();
    for (Listeners.Heard heard : listeners.heardBy(type, method)) {
      CodeClass event = code.find(heard.event());
      if (event != null && isElsewhere(type, event)) {
        links.add(
            link(
                heard.inTheSameTransaction() ? LinkKind.TRANSACTION : LinkKind.EVENT,
                type,
                event,
                method.name,
                CodeClass.firstLine(method),
                event.simpleName()));
      }
    }
    return links;
  }

  /** A value is copied to where it is needed; nobody waits for its answers. */
  private boolean isValue(CodeClass target) {
    int values = Opcodes.ACC_ENUM | Opcodes.ACC_ANNOTATION | Opcodes.ACC_RECORD;
    return (target.node().access & values) != 0
        || code.superTypes(target).stream()
            .anyMatch(name -> name.endsWith("Exception") || name.endsWith("Error"));
  }

  private boolean isElsewhere(CodeClass type, CodeClass target) {
    String home = modules.of(target);
    return modules.isModule(home) && !home.equals(modules.of(type));
  }

  private Link link(
      LinkKind kind, CodeClass type, CodeClass target, String member, int line, String named) {
    String folder = type.packageName().isEmpty() ? "" : type.packageName().replace('.', '/') + "/";
    return new Link(
        kind,
        modules.of(type),
        modules.of(target),
        type.javaName(),
        member,
        folder + type.sourceFile(),
        line > 0 ? line : type.firstLine(),
        named);
  }

  private static Link atNoLine(Link link) {
    return new Link(
        link.kind(),
        link.from(),
        link.to(),
        link.className(),
        link.member(),
        link.file(),
        0,
        link.target());
  }
}
