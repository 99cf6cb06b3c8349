package com.gopher.ownership.text;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;

/** What an instruction puts on the stack that needs nothing but itself. */
final class Constants {

  private Constants() {}

  static Value of(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (insn instanceof LdcInsnNode constant) {
      return of(constant.cst);
    }
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return Value.number(opcode - Opcodes.ICONST_0);
    }
    if (insn instanceof IntInsnNode number) {
      return Value.number(number.operand);
    }
    boolean wide =
        opcode == Opcodes.LCONST_0
            || opcode == Opcodes.LCONST_1
            || opcode == Opcodes.DCONST_0
            || opcode == Opcodes.DCONST_1;
    return Value.unknown(wide ? 2 : 1);
  }

  private static Value of(Object constant) {
    if (constant instanceof String text) {
      return Value.text(text);
    }
    return constant instanceof Number number ? Value.number(number) : Value.unknown(1);
  }
}
