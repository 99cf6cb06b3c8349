package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.BitSet;
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
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** The effect of each instruction on what is known; where a text is handed on, it is reported. */
final class Instructions extends Interpreter<Value> {

  private final TextFinder finder;
  private final TextFinder.Root root;
  private final CodeClass type;
  private final MethodNode method;
  private final int rootLine;
  private final boolean report;
  private final BitSet changing;
  private final Functions functions;
  private final Substitutions substitutions;
  private int line;
  private @Nullable Value returned;

  Instructions(
      TextFinder finder,
      TextFinder.Root root,
      CodeClass type,
      MethodNode method,
      int rootLine,
      boolean report,
      BitSet changing) {
    super(Opcodes.ASM9);
    this.finder = finder;
    this.root = root;
    this.type = type;
    this.method = method;
    this.rootLine = rootLine;
    this.report = report;
    this.changing = changing;
    this.functions = new Functions(this, finder, type);
    this.substitutions = new Substitutions(finder.settings(), functions);
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
    if (insn instanceof FieldInsnNode field) {
      return CallArguments.sized(finder.field(field.owner, field.name), field.desc);
    }
    return Constants.of(insn);
  }

  @Override
  public Value copyOperation(AbstractInsnNode insn, Value value) {
    if (insn instanceof VarInsnNode local
        && local.getOpcode() == Opcodes.ILOAD
        && changing.get(local.var)) {
      return Value.unknown(1);
    }
    return value;
  }

  @Override
  public @Nullable Value unaryOperation(AbstractInsnNode insn, Value value) {
    switch (insn.getOpcode()) {
      case Opcodes.CHECKCAST -> {
        return value;
      }
      case Opcodes.ANEWARRAY -> {
        return Holders.array(value);
      }
      case Opcodes.NEWARRAY -> {
        boolean characters = ((IntInsnNode) insn).operand == Opcodes.T_CHAR;
        return characters ? Holders.array(value) : Value.unknown(1);
      }
      case Opcodes.GETFIELD -> {
        FieldInsnNode field = (FieldInsnNode) insn;
        return CallArguments.sized(KnownObjects.read(finder, field, value), field.desc);
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
      default -> {
        return Value.unknown(1);
      }
    }
  }

  @Override
  public @Nullable Value binaryOperation(AbstractInsnNode insn, Value one, Value two) {
    switch (insn.getOpcode()) {
      case Opcodes.AALOAD, Opcodes.CALOAD -> {
        int index = Numbers.of(two);
        boolean known = index >= 0 && index < one.elements().size();
        return known
            ? one.elements().get(index)
            : one.isHolder() || !one.isText() ? one.anyElement() : one;
      }
      case Opcodes.IADD, Opcodes.ISUB -> {
        return Numbers.calculated(insn.getOpcode(), one, two);
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
      boolean row = value.isHolder() && value.elements().size() > 1;
      Supplier object = row ? Supplier.object(type, finder.objectAt(insn)) : null;
      array.setElement(Numbers.of(index), object == null ? value : value.suppliedBy(object));
    } else if (insn.getOpcode() == Opcodes.CASTORE) {
      array.setElement(Numbers.of(index), CallArguments.character(value));
    }
    return null;
  }

  @Override
  public @Nullable Value naryOperation(AbstractInsnNode insn, List<? extends Value> values) {
    if (insn instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic(dynamic, values);
    }
    if (insn instanceof MethodInsnNode call) {
      return CallArguments.sized(call(call, values), Type.getReturnType(call.desc).getDescriptor());
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
    boolean ofObject = field.getOpcode() == Opcodes.PUTFIELD;
    CodeClass home = finder.declaring(field.owner, field.name);
    boolean supplies = home != null && !finder.areTogether(type, home);
    Value own = supplies ? value.suppliedBy(Supplier.of(type, method.name, line)) : value;
    finder.setField(field.owner, field.name, ofObject ? own.kept() : own);
    if (value.isKnown() && method.name.startsWith("<")) {
      use("", field.name, 0, "", value);
    }
  }

  private Value call(MethodInsnNode call, List<? extends Value> values) {
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    Value self = isStatic ? null : values.get(0);
    List<Value> arguments =
        CallArguments.of(call.desc, isStatic ? values : values.subList(1, values.size()));
    if (call.name.endsWith("ndexOf") && call.desc.startsWith("(I")) {
      arguments.set(0, CallArguments.character(arguments.get(0)));
    }
    if (call.owner.startsWith("java/lang/String")) {
      arguments.replaceAll(argument -> functions.shown("", argument));
    }
    boolean function = self != null && !self.functions().isEmpty() && !self.isHolder();
    Value answer = function ? functions.call(call, self, arguments) : null;
    if (answer != null) {
      return answer;
    }
    Value known = understood(call.owner, call.name, self, arguments);
    if (known != null) {
      if (Settings.isAsked(call.owner) && !arguments.isEmpty()) {
        use(call.owner, call.name, 0, call.desc, arguments.get(0));
      }
      return known;
    }
    if (self != null && call.name.equals("<init>")) {
      KnownObjects.made(finder, call, self, arguments, method, type);
    }
    Value constant = self == null ? null : KnownObjects.nameOf(finder, call, self);
    if (constant != null) {
      return constant;
    }
    Value answered = functions.call(call, self, arguments);
    if (answered != null) {
      return answered;
    }
    Value annotated = finder.annotated(call);
    if (annotated != null) {
      return annotated;
    }
    for (int i = 0; i < arguments.size(); i++) {
      use(call.owner, call.name, i, call.desc, arguments.get(i));
      functions.follow(call, arguments.get(i), self);
    }
    Value made = DatabaseNames.made(call.owner, call.name, self, arguments);
    return made == null ? follow(call.owner, call.name, call.desc, values) : made;
  }

  @Nullable Value understood(
      String owner, String callee, @Nullable Value self, List<Value> arguments) {
    try {
      Value name = DatabaseNames.call(owner, callee, arguments);
      Value kotlin = KotlinCalls.call(owner, callee, arguments);
      Value setting = finder.settings().call(owner, callee, self, arguments);
      if (name != null || setting != null || kotlin != null) {
        return name != null ? name : setting != null ? setting : kotlin;
      }
      Value replaced = substitutions.call(owner, callee, self, arguments);
      if (replaced != null) {
        return replaced;
      }
      return Strings.call(owner, callee, self, arguments);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  Value follow(String owner, String name, String descriptor, List<? extends Value> values) {
    Codebase.Method target = finder.code().method(owner, name, descriptor);
    Codebase.Method exact = KnownObjects.target(finder, target, values);
    if (exact != null && target != null && !finder.areTogether(exact.declaring(), type)) {
      int at = CodeClass.firstLine(exact.node());
      return followed(exact, exact.declaring().name(), values)
          .suppliedBy(Supplier.of(exact.declaring(), name, at).kept());
    }
    Value.Made made = values.isEmpty() ? null : values.get(0).made();
    return followed(exact == null ? target : exact, made == null ? owner : made.type(), values);
  }

  private Value followed(
      Codebase.@Nullable Method target, String owner, List<? extends Value> values) {
    boolean textual =
        values.stream().anyMatch(value -> value.isKnown() || value.isChangeable())
            || target != null && TextMethods.says(target.node());
    if (target == null || !textual) {
      return Value.unknown(1);
    }
    List<Value> given = KnownObjects.given(target, given(values, target.declaring()));
    Value replaced =
        TextMethods.mayBeReplaced(target.node())
            ? implementations(target, owner, given)
            : Value.unknown(1);
    if (target.node().instructions.size() == 0) {
      return replaced;
    }
    boolean mayReport = report && values.stream().anyMatch(Value::isKnown);
    Value result =
        finder.walk(root, target.declaring(), target.node(), given, currentLine(), mayReport);
    return replaced.isKnown() ? result.or(replaced) : result;
  }

  /** What another module's method is given is, in there, its caller's text. */
  private List<Value> given(List<? extends Value> values, CodeClass callee) {
    List<Value> given = new ArrayList<>(values);
    if (!finder.areTogether(type, callee)) {
      boolean ofRoot = finder.areTogether(type, root.type());
      Supplier supplier =
          ofRoot
              ? Supplier.of(root.type(), root.method().name, currentLine())
              : Supplier.of(type, method.name, line);
      given.replaceAll(value -> value.suppliedBy(supplier));
    }
    return given;
  }

  /**
   * What the implementations in sub classes return. Those of another module supply it; those of the
   * module that declares the method are its own answer.
   */
  private Value implementations(Codebase.Method declared, String owner, List<Value> values) {
    MethodNode node = declared.node();
    Value any = Value.askedOf(Supplier.unknown(declared.declaring(), node), 1);
    List<Codebase.Method> all = finder.code().implementations(owner, node.name, node.desc);
    for (Codebase.Method each : finder.followed(all)) {
      Value result = finder.answer(root, each, values, currentLine(), all.size());
      int at = CodeClass.firstLine(each.node());
      boolean own = finder.areTogether(each.declaring(), declared.declaring());
      Supplier constant = finder.constantOf(each.declaring());
      Supplier supplier = own ? constant : Supplier.of(each.declaring(), node.name, at).kept();
      any = any.or(supplier == null ? result : result.suppliedBy(supplier));
    }
    return any;
  }

  private Value dynamic(InvokeDynamicInsnNode insn, List<? extends Value> values) {
    List<Value> parts = functions.joined(insn, values);
    Value joined = Concatenation.of(insn, parts);
    if (joined != null) {
      return joined;
    }
    for (Object argument : insn.bsmArgs) {
      if (argument instanceof Handle handle) {
        return Value.lambda(handle, new ArrayList<>(values));
      }
    }
    return Value.unknown(Math.max(1, Type.getReturnType(insn.desc).getSize()));
  }

  void use(String owner, String callee, int argument, String descriptor, Value value) {
    if (!report) {
      return;
    }
    Set<Text> texts = value.allTexts();
    boolean unknown = texts.isEmpty();
    boolean foreign = !finder.countsFor(root, type);
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
                new TextUse.Way(type, method.name, line, foreign),
                unknown ? Set.of(Text.of(String.valueOf(SqlText.HOLE))) : texts,
                unknown,
                value.asked() == null ? null : value.asked().asked()));
  }

  /** The line in the method where the walk began. */
  private int currentLine() {
    return rootLine > 0 ? rootLine : line;
  }
}
