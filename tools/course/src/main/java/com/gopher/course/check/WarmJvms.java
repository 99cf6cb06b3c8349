package com.gopher.course.check;

import com.gopher.course.runner.StateHost;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JVMs that have loaded the libraries already, and wait for the next state of the learner's
 * program. They end with this program: so there is a new one for each {@code check} that is typed,
 * and the same one while a learner's saves are watched and while tests run.
 */
final class WarmJvms {

  /** Spring and Modulith remember classes; a JVM that has seen many is as full as it is warm. */
  private static final int STATES = 12;

  private static final Map<List<Path>, Hosted> IDLE = new HashMap<>();
  private static final Set<ChildJvm> BUSY = new HashSet<>();

  /**
   * @param states how many it has hosted
   */
  record Hosted(List<Path> classPath, ChildJvm jvm, int states) {}

  private WarmJvms() {}

  /**
   * One that nobody uses.
   *
   * @param classPath the libraries that it has or gets
   */
  static synchronized Hosted take(Path directory, List<Path> classPath) {
    Hosted idle = IDLE.remove(classPath);
    Hosted taken =
        idle != null && idle.jvm().isAlive()
            ? idle
            : new Hosted(
                classPath, ChildJvm.start(directory, classPath, StateHost.class, List.of()), 0);
    BUSY.add(taken.jvm());
    return taken;
  }

  /** One of each kind is kept; the JVM has nothing of the last state any more. */
  static synchronized void giveBack(Hosted used) {
    BUSY.remove(used.jvm());
    if (used.states() + 1 >= STATES || IDLE.containsKey(used.classPath())) {
      used.jvm().close();
    } else {
      used.jvm().forget();
      IDLE.put(used.classPath(), new Hosted(used.classPath(), used.jvm(), used.states() + 1));
    }
  }

  /** One that cannot host another state. */
  static void end(Hosted used) {
    used.jvm().close();
    synchronized (WarmJvms.class) {
      BUSY.remove(used.jvm());
    }
  }

  /** Ends them all, whatever they are at. */
  static synchronized void end() {
    IDLE.values().forEach(idle -> idle.jvm().close());
    IDLE.clear();
    BUSY.forEach(ChildJvm::close);
    BUSY.clear();
  }
}
