package com.gopher.ownership.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The builders and collections that a method was given: what it has made of them, on any of its
 * ways, its caller sees.
 */
final class HandedBack {

  private final Map<Integer, Value> given = new HashMap<>();
  private final Map<Integer, Value> last = new HashMap<>();

  HandedBack(MethodNode method, List<Value> arguments) {
    int local = 0;
    for (Value argument : arguments) {
      if (argument.isChangeable()) {
        given.put(local, argument);
      }
      local += argument.getSize();
    }
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE) {
        given.remove(store.var);
      }
    }
  }

  void returning(Frame<Value> frame) {
    given.keySet().forEach(local -> last.merge(local, frame.getLocal(local), Value::or));
  }

  void apply() {
    last.forEach((local, value) -> given.get(local).becameOneOf(value));
  }
}
