package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Objects that the code makes at one place, such as the constants of an enum: what one of them was
 * given is not mixed with what another one was, and its class is known exactly.
 */
final class KnownObjects {

  private static final String NAME = "name()";

  private KnownObjects() {}

  /** Notes that a constructor is called, if it is not called by another constructor. */
  static void made(
      TextFinder finder,
      MethodInsnNode call,
      Value self,
      List<Value> arguments,
      MethodNode caller,
      CodeClass type) {
    CodeClass owner = finder.code().find(call.owner);
    boolean chained =
        caller.name.equals("<init>")
            && (call.owner.equals(type.name()) || call.owner.equals(type.node().superName));
    if (owner != null && chained && call.owner.equals(type.node().superName)) {
      extended(finder, call, self, arguments, owner, type);
    }
    if (owner == null || chained || self.made() != null) {
      return;
    }
    CodeClass superType = finder.code().find(owner.node().superName);
    boolean constant = isEnum(owner) && arguments.size() > 1;
    CodeClass family = constant && superType != null ? superType : owner;
    long texts = arguments.stream().filter(Value::isKnown).count();
    int number = finder.objectAt(call);
    Supplier object = Supplier.object(family, constant || texts > 1 ? number : -number);
    self.becomes(new Value.Made(call.owner, texts == 0 ? null : object));
    if (constant) {
      if (family != owner) {
        finder.isConstant(owner.name(), object);
      }
      finder.setField(family.name(), NAME, arguments.get(0).suppliedBy(object));
    }
  }

  /** What a class's only constructor gives its super class is the same for each of its objects. */
  private static void extended(
      TextFinder finder,
      MethodInsnNode call,
      Value self,
      List<Value> arguments,
      CodeClass superType,
      CodeClass type) {
    long constructors =
        type.node().methods.stream().filter(each -> each.name.equals("<init>")).count();
    long texts = arguments.stream().filter(Value::isText).count();
    if (constructors == 1
        && texts > 0
        && self.made() == null
        && finder.areTogether(type, superType)) {
      int number = finder.objectAt(call);
      Supplier object = Supplier.object(superType, texts > 1 ? number : -number);
      self.becomes(new Value.Made(type.name(), object));
      finder.isConstant(type.name(), object);
    }
  }

  /** What a constructor is given belongs to its object. */
  static List<Value> given(Codebase.Method target, List<Value> values) {
    Value.Made made =
        target.node().name.equals("<init>") && !values.isEmpty() ? values.get(0).made() : null;
    Supplier object = made == null ? null : made.object();
    if (object == null) {
      return values;
    }
    List<Value> given = new ArrayList<>(values);
    given.replaceAll(value -> value.suppliedBy(object));
    return given;
  }

  static Value read(TextFinder finder, FieldInsnNode field, Value self) {
    Value.Made made = self.made();
    Value value = finder.field(field.owner, field.name);
    CodeClass exact = made == null ? null : finder.code().find(made.type());
    Supplier ofClass = exact == null ? null : finder.constantOf(exact);
    Value known = ofClass == null ? value : value.of(ofClass);
    return made == null || made.object() == null || made.object().equals(ofClass)
        ? known
        : known.of(made.object());
  }

  /** The name of an enum's constant, if the call asks for that; else null. */
  static @Nullable Value nameOf(TextFinder finder, MethodInsnNode call, Value self) {
    CodeClass owner = finder.code().find(call.owner);
    boolean asks =
        call.name.equals("name")
            || call.name.equals("toString")
                && finder.code().method(call.owner, call.name, call.desc) == null;
    if (owner == null || !asks || !isEnum(owner) || Type.getArgumentTypes(call.desc).length > 0) {
      return null;
    }
    Value.Made made = self.made();
    Value name = finder.field(call.owner, NAME);
    return name.isText() ? name.of(made == null ? null : made.object()) : null;
  }

  /** The method of exactly this object's class that answers instead of the one called, or null. */
  static Codebase.@Nullable Method target(
      TextFinder finder, Codebase.@Nullable Method called, List<? extends Value> values) {
    boolean virtual = called != null && (called.node().access & Opcodes.ACC_STATIC) == 0;
    Value.Made made = virtual && !values.isEmpty() ? values.get(0).made() : null;
    if (called == null || made == null || called.node().name.startsWith("<")) {
      return null;
    }
    Codebase.Method exact =
        finder.code().method(made.type(), called.node().name, called.node().desc);
    return exact == null || exact.node() == called.node() ? null : exact;
  }

  private static boolean isEnum(CodeClass type) {
    return (type.node().access & Opcodes.ACC_ENUM) != 0;
  }
}
