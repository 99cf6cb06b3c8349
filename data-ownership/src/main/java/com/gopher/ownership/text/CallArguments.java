package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** The arguments of a call as its types say: a character comes as a number. */
final class CallArguments {

  private CallArguments() {}

  static List<Value> of(String descriptor, List<? extends Value> values) {
    List<Value> arguments = new ArrayList<>(values);
    Type[] types = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < types.length && i < arguments.size(); i++) {
      if (types[i].getSort() == Type.CHAR) {
        arguments.set(i, character(arguments.get(i)));
      } else if (types[i].getDescriptor().equals("[C") && arguments.get(i).isHolder()) {
        arguments.set(i, Holders.joinAll(Value.text(""), arguments.get(i).elements()));
      }
    }
    return arguments;
  }

  /** The value, if it has the size of what the descriptor says; null where that is nothing. */
  static @Nullable Value sized(Value value, String descriptor) {
    int size = Type.getType(descriptor).getSize();
    if (size == 0) {
      return null;
    }
    return value.getSize() == size ? value : Value.unknown(size);
  }

  /** The character that a number stands for. */
  static Value character(Value code) {
    int number = Numbers.of(code);
    return number < 0 ? code : Value.text(String.valueOf((char) number));
  }
}
