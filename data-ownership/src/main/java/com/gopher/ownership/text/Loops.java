package com.gopher.ownership.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The loops of a method, each of which is walked once; and once more if a text that a variable
 * holds has grown in it, so that what comes after the loop sees what the loop has made.
 */
final class Loops {

  private static final int MOST = 4;

  private final MethodNode method;
  private final Map<LabelNode, Set<Text>[]> entered = new HashMap<>();
  private final Set<LabelNode> heads = new HashSet<>();
  private final Set<LabelNode> repeated = new HashSet<>();
  private final Deque<LabelNode> waiting = new ArrayDeque<>();

  Loops(MethodNode method) {
    this.method = method;
    for (AbstractInsnNode insn : method.instructions) {
      if (insn instanceof JumpInsnNode jump && isBackward(jump)) {
        heads.add(jump.label);
      }
    }
  }

  private boolean isBackward(JumpInsnNode jump) {
    return method.instructions.indexOf(jump.label) < method.instructions.indexOf(jump);
  }

  /** The walk comes to a label, with these values or, if it cannot come from above, with none. */
  void enter(AbstractInsnNode label, @Nullable Frame<Value> frame) {
    if (frame != null && label instanceof LabelNode head && heads.contains(head)) {
      entered.computeIfAbsent(head, key -> textsOf(frame));
    }
  }

  /** The walk jumps; back to the head of a loop it may have more to tell than when it came by. */
  void repeat(JumpInsnNode jump, Frame<Value> frame) {
    Set<Text>[] before = entered.get(jump.label);
    if (before != null
        && isBackward(jump)
        && repeated.size() < MOST
        && hasMore(frame, before)
        && repeated.add(jump.label)) {
      waiting.add(jump.label);
    }
  }

  /** The head of a loop that is to be walked again, or null. */
  @Nullable LabelNode next() {
    return waiting.poll();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Set<Text>[] textsOf(Frame<Value> frame) {
    Set[] texts = new Set[frame.getLocals()];
    for (int i = 0; i < texts.length; i++) {
      Value value = frame.getLocal(i);
      texts[i] = value.isText() && !value.isChangeable() ? value.texts() : Set.of();
    }
    return texts;
  }

  private static boolean hasMore(Frame<Value> frame, Set<Text>[] before) {
    for (int i = 0; i < before.length; i++) {
      Value value = frame.getLocal(i);
      boolean text = value.isText() && !value.isChangeable() && !before[i].isEmpty();
      if (text && !before[i].containsAll(value.texts())) {
        return true;
      }
    }
    return false;
  }
}
