package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What lambdas and method references return: to who calls them, to streams, optionals and maps. */
final class Functions {

  private static final String SAYS = "()Ljava/lang/String;";
  private static final Set<String> CALLS = Set.of("apply", "get", "call", "applyAsObj");

  /** More functions than these in one field say nothing of the one that is called. */
  private static final int MOST_FUNCTIONS = 32;

  private final Instructions instructions;
  private final TextFinder finder;
  private final CodeClass type;
  private final Codebase code;
  private final Collecting collecting = new Collecting(this);

  /**
   * @param type the class whose method is walked
   */
  Functions(Instructions instructions, TextFinder finder, CodeClass type) {
    this.instructions = instructions;
    this.finder = finder;
    this.type = type;
    this.code = finder.code();
  }

  /** The result of the call, or null if it asks no function that is known. */
  @Nullable Value call(MethodInsnNode call, @Nullable Value self, List<Value> arguments) {
    if (self == null && call.name.equals("withInitial") && call.owner.startsWith("java/lang/")) {
      Value initial = applied(arguments.get(0), List.of());
      return initial == null ? null : Value.holder(List.of(initial));
    }
    if (self == null || call.name.startsWith("<")) {
      return null;
    }
    if (!self.functions().isEmpty() && call.owner.startsWith("java/util/function/")) {
      if (call.name.equals("andThen") || call.name.equals("compose")) {
        Value other = arguments.get(0);
        return call.name.equals("andThen") ? self.andThen(other) : other.andThen(self);
      }
    }
    if (call.name.equals("transform") && call.owner.equals("java/lang/String")) {
      return applied(arguments.get(0), List.of(self));
    }
    if (!self.functions().isEmpty() && (isAbstract(call) || CALLS.contains(call.name))) {
      return applied(self, arguments);
    }
    if (self.asked() != null && isFunction(call)) {
      return Value.askedOf(self.asked(), 1);
    }
    if (!call.owner.startsWith("java/util/") || arguments.isEmpty()) {
      return null;
    }
    return switch (call.name) {
      case "map", "mapToObj", "flatMap" -> mapped(self, arguments.get(0));
      case "reduce", "collect" -> collecting.call(call.name, self, arguments);
      case "computeIfAbsent" ->
          arguments.size() > 1 ? applied(arguments.get(1), arguments.subList(0, 1)) : null;
      case "orElseGet" -> {
        Value other = applied(arguments.get(0), List.of());
        yield other == null ? null : self.anyElement().or(other);
      }
      default -> null;
    };
  }

  /** What a function says that somebody hands in, that one knows as well. */
  private static boolean isFunction(MethodInsnNode call) {
    return call.desc.endsWith(")Ljava/lang/Object;")
        && CALLS.contains(call.name)
        && (call.owner.startsWith("java/util/function/")
            || call.owner.equals("java/util/concurrent/Callable"));
  }

  private boolean isAbstract(MethodInsnNode call) {
    Codebase.Method method = code.method(call.owner, call.name, call.desc);
    return method != null && (method.node().access & Opcodes.ACC_ABSTRACT) != 0;
  }

  private @Nullable Value mapped(Value self, Value function) {
    if (function.functions().isEmpty() || !self.isHolder()) {
      return null;
    }
    List<Value> results = new ArrayList<>();
    for (Value element : self.elements()) {
      Value result = applied(function, List.of(element));
      if (result != null && result.isHolder() && !result.isText()) {
        results.addAll(result.elements());
      } else {
        results.add(result == null ? Value.unknown(1) : result);
      }
    }
    return Value.holder(results);
  }

  /**
   * The functions that one of two values may be. What the same function has captured there and here
   * is either.
   */
  static Map<Handle, List<Value>> either(
      Map<Handle, List<Value>> ones, Map<Handle, List<Value>> others) {
    if (others.isEmpty() || ones.isEmpty() || ones == others) {
      return ones.isEmpty() ? others : ones;
    }
    Map<Handle, List<Value>> both = new LinkedHashMap<>(ones);
    others.forEach(
        (handle, captured) -> {
          if (both.size() < MOST_FUNCTIONS || both.containsKey(handle)) {
            both.merge(handle, captured, Functions::eachOf);
          }
        });
    return both;
  }

  private static List<Value> eachOf(List<Value> ones, List<Value> others) {
    List<Value> both = new ArrayList<>();
    for (int i = 0; i < ones.size(); i++) {
      both.add(ones.get(i).or(others.get(i)));
    }
    return both;
  }

  /** What a function returns for these arguments, or null if it is not known. */
  @Nullable Value applied(Value function, List<Value> arguments) {
    Value any = null;
    for (Map.Entry<Handle, List<Value>> each : function.functions().entrySet()) {
      Value result = applied(each.getKey(), each.getValue(), arguments);
      any = any == null || result == null ? (any == null ? result : any) : any.or(result);
    }
    Value next = function.next();
    return any == null || next == null ? any : applied(next, List.of(any));
  }

  private @Nullable Value applied(Handle handle, List<Value> captured, List<Value> arguments) {
    if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      return null;
    }
    List<Value> values = new ArrayList<>(captured);
    values.addAll(arguments);
    boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
    if (values.size() != Type.getArgumentTypes(handle.getDesc()).length + (isStatic ? 0 : 1)) {
      return null;
    }
    if (code.find(handle.getOwner()) != null) {
      return answerOf(handle, values);
    }
    Value self = isStatic ? null : values.get(0);
    List<Value> rest = isStatic ? values : values.subList(1, values.size());
    return instructions.understood(handle.getOwner(), handle.getName(), self, rest);
  }

  /** What a function of the application returns: that of another module supplies it. */
  private Value answerOf(Handle handle, List<Value> values) {
    Value answer =
        instructions.follow(handle.getOwner(), handle.getName(), handle.getDesc(), values);
    CodeClass home = code.find(handle.getOwner());
    if (home == null || finder.areTogether(home, type)) {
      return answer;
    }
    Codebase.Method body = code.method(handle.getOwner(), handle.getName(), handle.getDesc());
    int at = body == null ? 0 : CodeClass.firstLine(body.node());
    return answer.suppliedBy(Supplier.of(home, handle.getName(), at).kept());
  }

  /** What a value is where it becomes a text: an object of the application says that itself. */
  Value shown(String declared, Value value) {
    Value.Made made = value.made();
    String owner = made == null ? declared : made.type();
    if (value.isText() || code.find(owner) == null) {
      return value;
    }
    Codebase.Method says = code.method(owner, "toString", SAYS);
    return says == null ? value : instructions.follow(owner, "toString", SAYS, List.of(value));
  }

  /** What a plus sign joins. */
  List<Value> joined(InvokeDynamicInsnNode insn, List<? extends Value> values) {
    List<Value> parts = CallArguments.of(insn.desc, values);
    Type[] types = Type.getArgumentTypes(insn.desc);
    if (insn.bsm.getName().startsWith("makeConcat")) {
      for (int i = 0; i < parts.size(); i++) {
        parts.set(i, shown(types[i].getInternalName(), parts.get(i)));
      }
    }
    return parts;
  }

  /** Looks into the functions that are handed on with what they have captured. */
  void follow(MethodInsnNode call, Value argument, @Nullable Value self) {
    boolean pairs = self != null && self.isHolder() && call.desc.contains("java/util/function/Bi");
    List<Value> rows = pairs ? MapParts.pairs(self) : List.of();
    Value element = self == null ? Value.unknown(1) : self.anyElement();
    argument
        .functions()
        .forEach(
            (handle, captured) -> {
              if (rows.isEmpty()) {
                follow(handle, captured, List.of(element));
              } else {
                rows.forEach(row -> follow(handle, captured, row.elements()));
              }
            });
  }

  private void follow(Handle handle, List<Value> captured, List<Value> elements) {
    if (elements.stream().anyMatch(Value::isKnown) || !captured.isEmpty()) {
      List<Value> values = new ArrayList<>(captured);
      int missing =
          Type.getArgumentTypes(handle.getDesc()).length
              + (handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1)
              - values.size();
      for (int i = 0; i < missing; i++) {
        values.add(i < elements.size() ? elements.get(i) : Value.unknown(1));
      }
      if (code.find(handle.getOwner()) != null) {
        instructions.follow(handle.getOwner(), handle.getName(), handle.getDesc(), values);
      } else if (!values.isEmpty() && missing >= 0) {
        int first = handle.getTag() == Opcodes.H_INVOKESTATIC ? 0 : 1;
        for (int i = first; i < values.size(); i++) {
          instructions.use(
              handle.getOwner(), handle.getName(), i - first, handle.getDesc(), values.get(i));
        }
      }
    }
  }
}
