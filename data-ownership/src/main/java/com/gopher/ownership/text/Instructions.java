package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** The effect of each instruction on what is known; where a text is handed on, it is reported. */
final class Instructions extends Interpreter<Value> {

  private final TextFinder finder;
  private final TextFinder.Root root;
  private final CodeClass type;
  private final MethodNode method;
  private final int rootLine;
  private final boolean report;
  private int line;
  private @Nullable Value returned;

  Instructions(
      TextFinder finder,
      TextFinder.Root root,
      CodeClass type,
      MethodNode method,
      int rootLine,
      boolean report) {
    super(Opcodes.ASM9);
    this.finder = finder;
    this.root = root;
    this.type = type;
    this.method = method;
    this.rootLine = rootLine;
    this.report = report;
  }

  void at(int newLine) {
    line = newLine;
  }

  Value returned() {
    return returned == null
        ? Value.unknown(Math.max(1, Type.getReturnType(method.desc).getSize()))
        : returned;
  }

  @Override
  public @Nullable Value newValue(@Nullable Type valueType) {
    if (valueType == null) {
      return Value.unknown(1);
    }
    return valueType == Type.VOID_TYPE ? null : Value.unknown(valueType.getSize());
  }

  @Override
  public Value newOperation(AbstractInsnNode insn) {
    int opcode = insn.getOpcode();
    if (insn instanceof LdcInsnNode constant) {
      Object value = constant.cst;
      if (value instanceof String text) {
        return Value.text(text);
      }
      if (value instanceof Number number) {
        return Value.number(number);
      }
      return Value.unknown(1);
    }
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return Value.number(opcode - Opcodes.ICONST_0);
    }
    if (insn instanceof IntInsnNode number) {
      return Value.number(number.operand);
    }
    if (insn instanceof FieldInsnNode field) {
      return sized(finder.field(field.owner, field.name), field.desc);
    }
    boolean wide =
        opcode == Opcodes.LCONST_0
            || opcode == Opcodes.LCONST_1
            || opcode == Opcodes.DCONST_0
            || opcode == Opcodes.DCONST_1;
    return Value.unknown(wide ? 2 : 1);
  }

  @Override
  public Value copyOperation(AbstractInsnNode insn, Value value) {
    return value;
  }

  @Override
  public @Nullable Value unaryOperation(AbstractInsnNode insn, Value value) {
    switch (insn.getOpcode()) {
      case Opcodes.CHECKCAST -> {
        return value;
      }
      case Opcodes.ANEWARRAY -> {
        return array(value);
      }
      case Opcodes.GETFIELD -> {
        FieldInsnNode field = (FieldInsnNode) insn;
        return sized(finder.field(field.owner, field.name), field.desc);
      }
      case Opcodes.PUTSTATIC -> {
        store((FieldInsnNode) insn, value);
        return null;
      }
      case Opcodes.I2L,
          Opcodes.I2D,
          Opcodes.F2L,
          Opcodes.F2D,
          Opcodes.D2L,
          Opcodes.L2D,
          Opcodes.LNEG,
          Opcodes.DNEG -> {
        return Value.unknown(2);
      }
      case Opcodes.IINC -> {
        return Value.unknown(1);
      }
      default -> {
        return Value.unknown(1);
      }
    }
  }

  @Override
  public @Nullable Value binaryOperation(AbstractInsnNode insn, Value one, Value two) {
    switch (insn.getOpcode()) {
      case Opcodes.AALOAD -> {
        String index = two.isText() ? two.texts().iterator().next() : "";
        boolean known =
            index.matches("\\d{1,4}") && Integer.parseInt(index) < one.elements().size();
        return known ? one.elements().get(Integer.parseInt(index)) : one.anyElement();
      }
      case Opcodes.PUTFIELD -> {
        store((FieldInsnNode) insn, two);
        return null;
      }
      case Opcodes.LALOAD,
          Opcodes.DALOAD,
          Opcodes.LADD,
          Opcodes.DADD,
          Opcodes.LSUB,
          Opcodes.DSUB,
          Opcodes.LMUL,
          Opcodes.DMUL,
          Opcodes.LDIV,
          Opcodes.DDIV,
          Opcodes.LREM,
          Opcodes.DREM,
          Opcodes.LSHL,
          Opcodes.LSHR,
          Opcodes.LUSHR,
          Opcodes.LAND,
          Opcodes.LOR,
          Opcodes.LXOR -> {
        return Value.unknown(2);
      }
      default -> {
        return Value.unknown(1);
      }
    }
  }

  @Override
  public @Nullable Value ternaryOperation(
      AbstractInsnNode insn, Value array, Value index, Value value) {
    if (insn.getOpcode() == Opcodes.AASTORE) {
      String at = index.isText() ? index.texts().iterator().next() : "";
      array.setElement(at.matches("\\d{1,4}") ? Integer.parseInt(at) : -1, value);
    }
    return null;
  }

  @Override
  public @Nullable Value naryOperation(AbstractInsnNode insn, List<? extends Value> values) {
    if (insn instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic(dynamic, values);
    }
    if (insn instanceof MethodInsnNode call) {
      return sized(call(call, values), Type.getReturnType(call.desc).getDescriptor());
    }
    return Value.unknown(1);
  }

  @Override
  public void returnOperation(AbstractInsnNode insn, Value value, Value expected) {
    returned = returned == null ? value : returned.or(value);
    if (value.isKnown()) {
      use("", "return", 0, "", value);
    }
  }

  @Override
  public Value merge(Value one, Value two) {
    return one.or(two);
  }

  private void store(FieldInsnNode field, Value value) {
    finder.setField(field.owner, field.name, value);
    if (value.isKnown() && method.name.startsWith("<")) {
      use("", field.name, 0, "", value);
    }
  }

  private Value call(MethodInsnNode call, List<? extends Value> values) {
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Value self = isStatic ? null : values.get(0);
    List<Value> arguments = new ArrayList<>(isStatic ? values : values.subList(1, values.size()));
    Value known = understood(call, self, arguments);
    if (known != null) {
      return known;
    }
    for (int i = 0; i < arguments.size(); i++) {
      use(call.owner, call.name, i, call.desc, arguments.get(i));
      followLambda(arguments.get(i), self == null ? Value.unknown(1) : self.anyElement());
    }
    return follow(call.owner, call.name, call.desc, values);
  }

  private static @Nullable Value understood(
      MethodInsnNode call, @Nullable Value self, List<Value> arguments) {
    try {
      return Strings.call(call.owner, call.name, self, arguments);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  private Value follow(String owner, String name, String descriptor, List<? extends Value> values) {
    Codebase.Method target = finder.code().method(owner, name, descriptor);
    boolean textual =
        values.stream().anyMatch(Value::isKnown)
            || Type.getReturnType(descriptor).getDescriptor().contains("String");
    if (target == null || !textual) {
      return Value.unknown(1);
    }
    if (target.node().instructions.size() == 0) {
      return implementations(owner, name, descriptor, values);
    }
    boolean mayReport =
        report
            && finder.reportsFor(root, target.declaring())
            && values.stream().anyMatch(Value::isKnown);
    return finder.walk(
        root, target.declaring(), target.node(), new ArrayList<>(values), currentLine(), mayReport);
  }

  /** What is known of an abstract method's result is what its implementations return. */
  private Value implementations(
      String owner, String name, String descriptor, List<? extends Value> values) {
    Value any = Value.unknown(1);
    for (Codebase.Method each : finder.code().implementations(owner, name, descriptor)) {
      any =
          any.or(
              finder.walk(
                  root,
                  each.declaring(),
                  each.node(),
                  new ArrayList<>(values),
                  currentLine(),
                  false));
    }
    return any;
  }

  private void followLambda(Value argument, Value element) {
    Handle handle = argument.lambda();
    if (handle != null && (element.isKnown() || !argument.captured().isEmpty())) {
      List<Value> values = new ArrayList<>(argument.captured());
      int missing =
          Type.getArgumentTypes(handle.getDesc()).length
              + (handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1)
              - values.size();
      for (int i = 0; i < missing; i++) {
        values.add(i == 0 ? element : Value.unknown(1));
      }
      if (finder.code().find(handle.getOwner()) != null) {
        follow(handle.getOwner(), handle.getName(), handle.getDesc(), values);
      } else if (!values.isEmpty() && missing >= 0) {
        int first = handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1;
        for (int i = first; i < values.size(); i++) {
          use(handle.getOwner(), handle.getName(), i - first, handle.getDesc(), values.get(i));
        }
      }
    }
  }

  private Value dynamic(InvokeDynamicInsnNode insn, List<? extends Value> values) {
    if (insn.bsm.getName().equals("makeConcatWithConstants")) {
      return recipe((String) insn.bsmArgs[0], insn.bsmArgs, values);
    }
    if (insn.bsm.getName().equals("makeConcat")) {
      Value joined = Value.text("");
      for (Value value : values) {
        joined = joined.concat(value);
      }
      return joined;
    }
    for (Object argument : insn.bsmArgs) {
      if (argument instanceof Handle handle) {
        return Value.lambda(handle, new ArrayList<>(values));
      }
    }
    return Value.unknown(Math.max(1, Type.getReturnType(insn.desc).getSize()));
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
    joined = joined.concat(Value.text(literal.toString()));
    return joined;
  }

  private void use(String owner, String callee, int argument, String descriptor, Value value) {
    if (!report) {
      return;
    }
    Set<String> texts = value.allTexts();
    boolean unknown = texts.isEmpty();
    root.sink()
        .accept(
            new TextUse(
                root.type(),
                root.method(),
                currentLine(),
                owner,
                callee,
                argument,
                descriptor,
                unknown ? Set.of(String.valueOf(SqlText.HOLE)) : texts,
                unknown,
                value.isParameter()));
  }

  /** The line in the method where the walk began. */
  private int currentLine() {
    return rootLine > 0 ? rootLine : line;
  }

  private static Value array(Value length) {
    String text = length.isText() ? length.texts().iterator().next() : "";
    List<Value> elements = new ArrayList<>();
    int size = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    for (int i = 0; i < size; i++) {
      elements.add(Value.unknown(1));
    }
    return Value.holder(elements);
  }

  private static @Nullable Value sized(Value value, String descriptor) {
    int size = Type.getType(descriptor).getSize();
    if (size == 0) {
      return null;
    }
    return value.getSize() == size ? value : Value.unknown(size);
  }
}
