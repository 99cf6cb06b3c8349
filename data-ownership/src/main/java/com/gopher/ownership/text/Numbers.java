package com.gopher.ownership.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** What is known of whole numbers, as far as they tell where a text is cut. */
final class Numbers {

  private Numbers() {}

  /** The number that a value is, or -1 if it is not known, or may be several. */
  static int of(Value value) {
    if (!value.isText() || value.texts().size() > 1) {
      return -1;
    }
    String text = value.string();
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }

  /** The sum or the difference of two numbers. */
  static Value calculated(int opcode, Value one, Value two) {
    int left = of(one);
    int right = of(two);
    boolean known = left >= 0 && right >= 0 || isMinusOne(one) && right == 1;
    if (!known || opcode != Opcodes.IADD && opcode != Opcodes.ISUB) {
      return Value.unknown(1);
    }
    int result = opcode == Opcodes.IADD ? left + right : left - right;
    return Value.number(result);
  }

  private static boolean isMinusOne(Value value) {
    return value.isText() && value.texts().size() == 1 && value.string().equals("-1");
  }

  /** Where a text has another one, or how long it is, for a call that asks so; else null. */
  static @Nullable Value call(String name, Value self, List<Value> arguments) {
    boolean plain = self.isText() && self.texts().size() == 1;
    if (!plain || arguments.size() > 1) {
      return null;
    }
    if (arguments.isEmpty()) {
      return name.equals("length") ? Value.number(self.string().length()) : null;
    }
    boolean known = arguments.get(0).isText() && arguments.get(0).texts().size() == 1;
    String what = known ? arguments.get(0).string() : "";
    return switch (name) {
      case "indexOf" -> known ? Value.number(self.string().indexOf(what)) : null;
      case "lastIndexOf" -> known ? Value.number(self.string().lastIndexOf(what)) : null;
      default -> null;
    };
  }
}
