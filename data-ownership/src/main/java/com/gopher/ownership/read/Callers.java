package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.owner.Modules;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which methods are called from the application itself: what these are given is judged where it is
 * given.
 */
final class Callers {

  private final Set<String> called = new HashSet<>();
  private final Set<MethodNode> wired;
  private final Set<MethodNode> answering = new HashSet<>();
  private final Set<String> askingTheDatabase = new HashSet<>();
  private final Codebase code;
  private final Modules modules;
  private final Predicate<String> ownsData;

  /**
   * @param ownsData whether a module owns a table or a schema
   * @param wired what files call
   */
  Callers(
      Codebase code, Modules modules, Predicate<String> ownsData, Collection<MethodNode> wired) {
    this.wired = Set.copyOf(wired);
    this.code = code;
    this.modules = modules;
    this.ownsData = ownsData;
    for (CodeClass type : code.classes()) {
      for (MethodNode method : type.node().methods) {
        for (AbstractInsnNode insn : method.instructions) {
          if (insn instanceof MethodInsnNode asked && Apis.isDatabase(asked.owner, code)) {
            askingTheDatabase.add(modules.of(type));
          }
          if (insn instanceof MethodInsnNode call && code.find(call.owner) != null) {
            called.add(call.name + call.desc);
            addAnswering(type, call);
          } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
            for (Object argument : dynamic.bsmArgs) {
              if (argument instanceof Handle handle && code.find(handle.getOwner()) != null) {
                called.add(handle.getName() + handle.getDesc());
              }
            }
          }
        }
      }
    }
  }

  private void addAnswering(CodeClass caller, MethodInsnNode call) {
    Codebase.Method method =
        call.desc.endsWith(")Ljava/lang/String;")
            ? code.method(call.owner, call.name, call.desc)
            : null;
    if (method != null && !modules.of(caller).equals(modules.of(method.declaring()))) {
      answering.add(method.node());
    }
  }

  /** Whether another module asks this method for a text. */
  boolean askElsewhere(MethodNode method) {
    return answering.contains(method);
  }

  boolean has(MethodNode method) {
    return called.contains(method.name + method.desc) || wired.contains(method);
  }

  /** Whether a class lies where no data is: what it says of tables is said for who uses it. */
  boolean areAllElsewhere(CodeClass type) {
    String module = modules.of(type);
    return modules.isModule(module) && !ownsData.test(module);
  }

  /**
   * Whether a class lies where nobody can run a statement: in a module without data or database.
   */
  boolean canOnlyBeElsewhere(CodeClass type) {
    return areAllElsewhere(type) && !askingTheDatabase.contains(modules.of(type));
  }
}
