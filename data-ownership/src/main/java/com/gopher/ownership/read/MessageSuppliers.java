package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.text.TextUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The lambdas that make a message only when it is wanted: for a log, a check or an assertion. */
final class MessageSuppliers {

  private static final List<String> FOR_PEOPLE =
      List.of(
          "java/util/logging/",
          "java/lang/System$Logger",
          "org/slf4j/",
          "org/apache/logging/",
          "org/apache/commons/logging/",
          "org/springframework/core/log/",
          "org/springframework/util/Assert",
          "org/junit/",
          "org/assertj/");

  private final Map<CodeClass, Set<String>> known = new HashMap<>();

  /** Whether the text is used in such a lambda. */
  boolean isOne(TextUse use) {
    return use.method().name.startsWith("lambda$")
        && use.way().type() == use.type()
        && known
            .computeIfAbsent(use.type(), MessageSuppliers::find)
            .contains(use.method().name + use.method().desc);
  }

  private static Set<String> find(CodeClass type) {
    Set<String> found = new HashSet<>();
    for (MethodNode method : type.node().methods) {
      for (AbstractInsnNode insn : method.instructions) {
        if (insn instanceof InvokeDynamicInsnNode dynamic && isForPeople(insn)) {
          for (Object argument : dynamic.bsmArgs) {
            if (argument instanceof Handle handle && handle.getOwner().equals(type.name())) {
              found.add(handle.getName() + handle.getDesc());
            }
          }
        }
      }
    }
    return found;
  }

  /** Whether the next call, but for what loads its other arguments, is one that takes messages. */
  private static boolean isForPeople(AbstractInsnNode made) {
    AbstractInsnNode next = made.getNext();
    while (next != null && (next.getOpcode() < 0 || isLoad(next.getOpcode()))) {
      next = next.getNext();
    }
    return next instanceof MethodInsnNode call
        && (FOR_PEOPLE.stream().anyMatch(call.owner::startsWith)
            || call.name.equals("requireNonNull"));
  }

  private static boolean isLoad(int opcode) {
    return opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ALOAD
        || opcode == Opcodes.GETSTATIC
        || opcode == Opcodes.ACONST_NULL;
  }
}
