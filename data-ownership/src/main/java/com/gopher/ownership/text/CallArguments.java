package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
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

  /** The character that a number stands for. */
  static Value character(Value code) {
    int number = Numbers.of(code);
    return number < 0 ? code : Value.text(String.valueOf((char) number));
  }
}
