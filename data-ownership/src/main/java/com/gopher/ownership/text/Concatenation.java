package com.gopher.ownership.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What the compiler makes of texts that are joined by a plus sign. */
final class Concatenation {

  private Concatenation() {}

  /** The joined text, or null if the instruction is about something else. */
  static @Nullable Value of(InvokeDynamicInsnNode insn, List<? extends Value> values) {
    return switch (insn.bsm.getName()) {
      case "makeConcatWithConstants" -> recipe((String) insn.bsmArgs[0], insn.bsmArgs, values);
      case "makeConcat" -> {
        Value joined = Value.text("");
        for (Value value : values) {
          joined = joined.concat(value);
        }
        yield joined;
      }
      default -> null;
    };
  }

  private static Value recipe(String recipe, Object[] constants, List<? extends Value> values) {
    Value joined = Value.text("");
    StringBuilder literal = new StringBuilder();
    int nextValue = 0;
    int nextConstant = 1;
    for (char c : recipe.toCharArray()) {
      if (c == '\u0001') {
        joined = joined.concat(Value.text(literal.toString())).concat(values.get(nextValue++));
        literal.setLength(0);
      } else {
        literal.append(c == '\u0002' ? String.valueOf(constants[nextConstant++]) : c);
      }
    }
    return joined.concat(Value.text(literal.toString()));
  }
}
