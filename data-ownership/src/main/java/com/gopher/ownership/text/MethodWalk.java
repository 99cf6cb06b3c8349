package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * One pass through a method's instructions: each once, loops once, and where ways meet, all that
 * the values may be.
 */
final class MethodWalk {

  private final TextFinder finder;
  private final CodeClass type;
  private final MethodNode method;
  private final Instructions instructions;
  private final Map<AbstractInsnNode, Frame<Value>> waiting = new HashMap<>();
  private final Loops loops;
  private @Nullable HandedBack handedBack;

  MethodWalk(
      TextFinder finder,
      TextFinder.Root root,
      CodeClass type,
      MethodNode method,
      int rootLine,
      boolean report) {
    this.finder = finder;
    this.type = type;
    this.method = method;
    this.instructions =
        new Instructions(finder, root, type, method, rootLine, report, changing(method));
    this.loops = new Loops(method);
  }

  Value run(@Nullable List<Value> arguments) {
    Frame<Value> start = start(arguments);
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      Frame<Value> handler = new Frame<>(start);
      handler.clearStack();
      handler.push(Value.unknown(1));
      waiting.putIfAbsent(block.handler, handler);
    }
    BitSet visited = new BitSet(method.instructions.size());
    handedBack = arguments == null ? null : new HandedBack(method, arguments);
    walk(0, start, visited);
    walkWaiting(visited);
    for (LabelNode head = loops.next(); head != null; head = loops.next()) {
      int index = method.instructions.indexOf(head);
      visited.clear(index, method.instructions.size());
      walk(index, waiting.get(head), visited);
      walkWaiting(visited);
    }
    if (handedBack != null) {
      handedBack.apply();
    }
    return instructions.returned();
  }

  private void walkWaiting(BitSet visited) {
    for (boolean more = true; more; ) {
      more = false;
      for (AbstractInsnNode label : List.copyOf(waiting.keySet())) {
        int index = method.instructions.indexOf(label);
        if (!visited.get(index)) {
          walk(index, waiting.get(label), visited);
          // Once the steps are used up, nothing is visited any more.
          more |= visited.get(index);
        }
      }
    }
  }

  /** The numbers that one pass does not know, as they count or are set at more than one place. */
  private static BitSet changing(MethodNode method) {
    BitSet changing = new BitSet();
    BitSet set = new BitSet();
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof IincInsnNode counting) {
        changing.set(counting.var);
      } else if (insn instanceof VarInsnNode local && local.getOpcode() == Opcodes.ISTORE) {
        changing.set(local.var, changing.get(local.var) || set.get(local.var));
        set.set(local.var);
      }
    }
    return changing;
  }

  private void walk(int from, Frame<Value> begin, BitSet visited) {
    Frame<Value> frame = begin;
    for (int i = from; i < method.instructions.size() && finder.spendStep(); i++) {
      AbstractInsnNode insn = method.instructions.get(i);
      if (insn instanceof LabelNode) {
        frame = meet(frame, waiting.get(insn));
        loops.enter(insn, frame);
      }
      if (frame == null || visited.get(i)) {
        if (frame != null) {
          return;
        }
        continue;
      }
      visited.set(i);
      if (insn instanceof LineNumberNode line) {
        instructions.at(line.line);
      } else if (insn.getOpcode() >= 0) {
        frame = execute(insn, frame);
      }
    }
  }

  private @Nullable Frame<Value> execute(AbstractInsnNode insn, Frame<Value> frame) {
    int opcode = insn.getOpcode();
    boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
    if (returns && handedBack != null) {
      handedBack.returning(frame);
    }
    try {
      frame.execute(insn, instructions);
    } catch (AnalyzerException | IndexOutOfBoundsException e) {
      return null;
    }
    if (insn instanceof JumpInsnNode jump) {
      leave(jump.label, frame);
      loops.repeat(jump, frame);
      return opcode == Opcodes.GOTO ? null : frame;
    }
    if (insn instanceof TableSwitchInsnNode table) {
      table.labels.forEach(label -> leave(label, frame));
      leave(table.dflt, frame);
      return null;
    }
    if (insn instanceof LookupSwitchInsnNode lookup) {
      lookup.labels.forEach(label -> leave(label, frame));
      leave(lookup.dflt, frame);
      return null;
    }
    return returns || opcode == Opcodes.ATHROW ? null : frame;
  }

  private void leave(LabelNode label, Frame<Value> frame) {
    Frame<Value> copy = snapshot(frame);
    Frame<Value> known = waiting.get(label);
    Frame<Value> met = known == null ? copy : meet(copy, known);
    if (met != null) {
      waiting.put(label, met);
    }
  }

  private static @Nullable Frame<Value> meet(
      @Nullable Frame<Value> one, @Nullable Frame<Value> other) {
    if (one == null || other == null) {
      return one == null ? other == null ? null : snapshot(other) : one;
    }
    if (one.getStackSize() != other.getStackSize()) {
      return one;
    }
    Map<Value, Value> merged = new IdentityHashMap<>();
    for (int i = 0; i < one.getLocals(); i++) {
      one.setLocal(i, merge(one.getLocal(i), other.getLocal(i), merged));
    }
    for (int i = 0; i < one.getStackSize(); i++) {
      one.setStack(i, merge(one.getStack(i), other.getStack(i), merged));
    }
    return one;
  }

  private static Value merge(Value one, Value other, Map<Value, Value> merged) {
    return one == other ? one : merged.computeIfAbsent(one, value -> value.or(other));
  }

  private static Frame<Value> snapshot(Frame<Value> frame) {
    Frame<Value> copy = new Frame<>(frame);
    Map<Value, Value> copies = new IdentityHashMap<>();
    for (int i = 0; i < copy.getLocals(); i++) {
      copy.setLocal(i, copies.computeIfAbsent(copy.getLocal(i), Value::snapshot));
    }
    for (int i = 0; i < copy.getStackSize(); i++) {
      copy.setStack(i, copies.computeIfAbsent(copy.getStack(i), Value::snapshot));
    }
    return copy;
  }

  private Frame<Value> start(@Nullable List<Value> arguments) {
    Frame<Value> frame = new Frame<>(method.maxLocals, method.maxStack);
    frame.setReturn(Value.unknown(1));
    List<Value> values = new ArrayList<>();
    boolean instance = (method.access & Opcodes.ACC_STATIC) == 0;
    if (instance && arguments == null) {
      values.add(Value.unknown(1));
    }
    if (arguments == null) {
      int position = 0;
      for (Type argument : Type.getArgumentTypes(method.desc)) {
        Value injected = finder.injected(method, position++);
        values.add(
            injected == null
                ? Value.askedOf(Supplier.unknown(type, method), argument.getSize())
                : injected);
      }
    } else {
      values.addAll(arguments);
    }
    int local = 0;
    for (Value value : values) {
      frame.setLocal(local++, value);
      if (value.getSize() == 2) {
        frame.setLocal(local++, Value.unknown(1));
      }
    }
    while (local < method.maxLocals) {
      frame.setLocal(local++, Value.unknown(1));
    }
    return frame;
  }
}
