package com.gopher.ownership.text;

import com.gopher.ownership.code.Codebase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** What lambdas and method references return: to who calls them, to streams, optionals and maps. */
final class Functions {

  private static final Set<String> CALLS = Set.of("apply", "get", "call", "applyAsObj");

  private final Instructions instructions;
  private final Codebase code;

  Functions(Instructions instructions, Codebase code) {
    this.instructions = instructions;
    this.code = code;
  }

  /** The result of the call, or null if it asks no function that is known. */
  @Nullable Value call(MethodInsnNode call, @Nullable Value self, List<Value> arguments) {
    if (self == null || call.name.startsWith("<")) {
      return null;
    }
    if (self.lambda() != null && (isAbstract(call) || CALLS.contains(call.name))) {
      return applied(self, arguments);
    }
    if (!call.owner.startsWith("java/util/") || arguments.isEmpty()) {
      return null;
    }
    return switch (call.name) {
      case "map", "mapToObj", "flatMap" -> mapped(self, arguments.get(0));
      case "computeIfAbsent" ->
          arguments.size() > 1 ? applied(arguments.get(1), arguments.subList(0, 1)) : null;
      case "orElseGet" -> {
        Value other = applied(arguments.get(0), List.of());
        yield other == null ? null : self.anyElement().or(other);
      }
      default -> null;
    };
  }

  private boolean isAbstract(MethodInsnNode call) {
    Codebase.Method method = code.method(call.owner, call.name, call.desc);
    return method != null && (method.node().access & Opcodes.ACC_ABSTRACT) != 0;
  }

  private @Nullable Value mapped(Value self, Value function) {
    if (function.lambda() == null || !self.isHolder()) {
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

  /** What a function returns for these arguments, or null if it is not known. */
  @Nullable Value applied(Value function, List<Value> arguments) {
    Handle handle = function.lambda();
    if (handle == null || handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      return null;
    }
    List<Value> values = new ArrayList<>(function.captured());
    values.addAll(arguments);
    boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
    if (values.size() != Type.getArgumentTypes(handle.getDesc()).length + (isStatic ? 0 : 1)) {
      return null;
    }
    if (code.find(handle.getOwner()) != null) {
      return instructions.follow(handle.getOwner(), handle.getName(), handle.getDesc(), values);
    }
    Value self = isStatic ? null : values.get(0);
    List<Value> rest = isStatic ? values : values.subList(1, values.size());
    return instructions.understood(handle.getOwner(), handle.getName(), self, rest);
  }
}
