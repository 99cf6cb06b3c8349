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
      boolean character = types[i].getSort() == Type.CHAR && arguments.get(i).isText();
      String code = character ? arguments.get(i).string() : "";
      if (code.matches("\\d{1,5}")) {
        arguments.set(i, Value.text(String.valueOf((char) Integer.parseInt(code))));
      }
    }
    return arguments;
  }
}
