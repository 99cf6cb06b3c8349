package com.gopher.publications;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The listeners' calls of the current thread, the innermost first: one that listens without a
 * thread of its own is called by the commit of another.
 */
final class ListenerCalls {

  private final ThreadLocal<Deque<ListenerCall>> calls = ThreadLocal.withInitial(ArrayDeque::new);

  void begin(UUID publication) {
    calls.get().push(new ListenerCall(publication));
  }

  /** The innermost one, if there is any. */
  @Nullable ListenerCall current() {
    ListenerCall current = calls.get().peek();
    if (current == null) {
      calls.remove();
    }
    return current;
  }

  /**
   * Forgets a call.
   *
   * @return whether its publication is completed already, by a transaction of the listener
   */
  boolean end(UUID publication) {
    ListenerCall current = current();
    if (current == null || !current.publication().equals(publication)) {
      return false;
    }
    leave();
    return current.isCommitted();
  }

  /** Forgets the innermost call, whose listener goes on on another thread or has ended. */
  void leave() {
    Deque<ListenerCall> all = calls.get();
    all.poll();
    if (all.isEmpty()) {
      calls.remove();
    }
  }
}
