package com.gopher.ownership.structure;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Which events are listened to, and whether the listener runs in the publisher's transaction. */
final class Listeners {

  private final Set<String> events = new HashSet<>();

  /**
   * An event that a method hears.
   *
   * @param event its internal name
   */
  record Heard(String event, boolean inTheSameTransaction) {}

  Listeners(Codebase code) {
    for (CodeClass type : code.classes()) {
      for (MethodNode method : type.node().methods) {
        heardBy(type, method).forEach(heard -> events.add(heard.event()));
      }
    }
  }

  boolean isEvent(String internalName) {
    return events.contains(internalName);
  }

  List<Heard> heardBy(CodeClass type, MethodNode method) {
    List<Note> notes =
        type.notes().stream()
            .filter(noted -> noted.member().equals(method.name))
            .map(Noted::note)
            .toList();
    List<Heard> heard = new ArrayList<>();
    for (Note note : notes) {
      if (note.is("EventListener")
          || note.is("TransactionalEventListener")
          || note.is("ApplicationModuleListener")) {
        boolean same = runsInTheSame(note) && notes.stream().noneMatch(it -> it.is("Async"));
        for (Type parameter : Type.getArgumentTypes(method.desc)) {
          if (parameter.getSort() == Type.OBJECT) {
            heard.add(new Heard(parameter.getInternalName(), same));
          }
        }
      }
    }
    return heard;
  }

  private static boolean runsInTheSame(Note note) {
    return note.is("EventListener")
        || note.is("TransactionalEventListener")
            && "BEFORE_COMMIT".equals(note.values().get("phase"));
  }
}
