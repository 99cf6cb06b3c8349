package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/**
 * Who handed a text to other code: as an argument, through a constructor, or as the result of a
 * method that the other code calls on its sub class.
 *
 * @param member the method that handed it over
 * @param line the line in that method, or 0
 * @param instance whether the text stays with an object, so that it meets no other object's texts
 * @param object tells the objects of a class apart, such as the constants of an enum; then nobody
 *     else is meant, and otherwise it is 0. Below 0 it is that of an object with a single text,
 *     which may well meet another object's
 * @param asked the method whose callers or implementations know the text, where it is not known
 *     here; else null
 */
public record Supplier(
    CodeClass type,
    String member,
    int line,
    boolean instance,
    int object,
    @Nullable MethodNode asked) {

  static Supplier of(CodeClass type, String member, int line) {
    return new Supplier(type, member, line, false, 0, null);
  }

  /** One of the objects of a class. */
  static Supplier object(CodeClass type, int number) {
    return new Supplier(type, "<clinit>", 0, true, number, null);
  }

  /** Somebody who is not known: who calls or implements this method. */
  static Supplier unknown(CodeClass type, MethodNode method) {
    return new Supplier(type, method.name, 0, false, 0, method);
  }

  Supplier kept() {
    return asked == null ? new Supplier(type, member, line, true, object, null) : this;
  }

  /** Whether this is one of the class's objects, but not that one. */
  boolean isAnotherOf(Supplier one) {
    return object != 0 && object != one.object && type.name().equals(one.type.name());
  }

  /** Whether the two stand for different objects, whose texts never come together. */
  boolean isOtherObject(Supplier other) {
    String one = type.name();
    String another = other.type.name();
    if (object > 0 || other.object > 0) {
      return one.equals(another) && object != other.object;
    }
    return instance
        && other.instance
        && !one.equals(another)
        && !another.equals(type.node().superName)
        && !one.equals(other.type.node().superName);
  }
}
