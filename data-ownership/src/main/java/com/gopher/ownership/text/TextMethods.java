package com.gopher.ownership.text;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** Which methods say a text. */
final class TextMethods {

  private TextMethods() {}

  /** Whether the method returns a text, or an array or a collection of texts. */
  static boolean says(MethodNode method) {
    String signature = method.signature == null ? method.desc : method.signature;
    return signature.substring(signature.indexOf(')')).contains("java/lang/String;");
  }

  /** Whether sub classes give a text by this method: it is abstract, or has no arguments. */
  static boolean mayBeReplaced(MethodNode method) {
    int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    return method.instructions.size() == 0
        || (method.access & fixed) == 0 && method.desc.startsWith("()") && says(method);
  }
}
