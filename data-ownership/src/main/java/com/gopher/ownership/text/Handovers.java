package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods hand a text to an object of another module that keeps it. */
final class Handovers {

  private final Codebase code;
  private final BiPredicate<CodeClass, CodeClass> together;
  private final Set<String> keeping = new HashSet<>();

  /**
   * @param together whether two classes are of one module
   */
  Handovers(Codebase code, BiPredicate<CodeClass, CodeClass> together) {
    this.code = code;
    this.together = together;
    for (CodeClass type : code.classes()) {
      for (MethodNode method : type.node().methods) {
        if (takesText(method.desc) && keeps(method)) {
          keeping.add(key(type, method));
        }
      }
    }
  }

  List<MethodNode> in(CodeClass type) {
    List<MethodNode> found = new ArrayList<>();
    for (MethodNode method : type.node().methods) {
      boolean text = false;
      boolean handed = false;
      for (AbstractInsnNode insn : method.instructions) {
        text |= insn instanceof LdcInsnNode constant && constant.cst instanceof String;
        text |= insn instanceof FieldInsnNode field && field.getOpcode() == Opcodes.GETSTATIC;
        handed = handed || insn instanceof MethodInsnNode call && isHandedOver(type, call);
      }
      if (text && handed) {
        found.add(method);
      }
    }
    return found;
  }

  private boolean isHandedOver(CodeClass from, MethodInsnNode call) {
    if (!takesText(call.desc) || code.find(call.owner) == null) {
      return false;
    }
    Codebase.Method target = code.method(call.owner, call.name, call.desc);
    return target != null
        && keeping.contains(key(target.declaring(), target.node()))
        && !together.test(from, target.declaring());
  }

  private static boolean takesText(String descriptor) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    return parameters.contains("Ljava/lang/String;") || parameters.contains("Ljava/util/");
  }

  /** A constructor that calls another one may keep by it. */
  private static boolean keeps(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      boolean stores =
          insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC;
      boolean constructs =
          method.name.equals("<init>")
              && insn instanceof MethodInsnNode call
              && call.name.equals("<init>")
              && takesText(call.desc);
      if (stores || constructs) {
        return true;
      }
    }
    return false;
  }

  private static String key(CodeClass type, MethodNode method) {
    return type.name() + "." + method.name + method.desc;
  }
}
