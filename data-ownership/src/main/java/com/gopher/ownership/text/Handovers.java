package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which methods hand a text to an object of another module that keeps it. */
final class Handovers {

  private static final Predicate<MethodNode> SAYS =
      method -> method.instructions.size() == 0 && method.desc.endsWith(")Ljava/lang/String;");

  private static final Set<String> ADDS = Set.of("add", "addAll", "addLast", "put", "append");

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
        text |= insn instanceof InvokeDynamicInsnNode;
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

  /**
   * Whether a text can be among the arguments: by itself, in a holder, or as what a function says.
   */
  private boolean takesText(String descriptor) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    return parameters.contains("Ljava/lang/String;")
        || parameters.contains("Ljava/util/")
        || Arrays.stream(Type.getArgumentTypes(descriptor)).anyMatch(this::isFunction);
  }

  private boolean isFunction(Type parameter) {
    CodeClass type =
        parameter.getSort() == Type.OBJECT ? code.find(parameter.getInternalName()) : null;
    return type != null && type.isInterface() && type.node().methods.stream().anyMatch(SAYS);
  }

  /**
   * A method that stores what it is given, adds it to what a field holds, or makes an object of the
   * application with it; a constructor may also call another one.
   */
  private boolean keeps(MethodNode method) {
    boolean field = false;
    for (AbstractInsnNode insn : method.instructions) {
      field |= insn.getOpcode() == Opcodes.GETFIELD;
      boolean stores =
          insn.getOpcode() == Opcodes.PUTFIELD || insn.getOpcode() == Opcodes.PUTSTATIC;
      if (stores || insn instanceof MethodInsnNode call && keepsBy(call, method, field)) {
        return true;
      }
    }
    return false;
  }

  private boolean keepsBy(MethodInsnNode call, MethodNode method, boolean field) {
    boolean constructs =
        call.name.equals("<init>")
            && takesText(call.desc)
            && (method.name.equals("<init>") || code.find(call.owner) != null);
    boolean adds = field && call.owner.startsWith("java/") && ADDS.contains(call.name);
    return constructs || adds;
  }

  private static String key(CodeClass type, MethodNode method) {
    return type.name() + "." + method.name + method.desc;
  }
}
