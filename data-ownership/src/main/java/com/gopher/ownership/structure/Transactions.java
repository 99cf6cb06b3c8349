package com.gopher.ownership.structure;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.code.Note;
import com.gopher.ownership.code.Noted;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which methods change data in a transaction, and which join the one of their caller. */
final class Transactions {

  private static final List<String> DECLARING =
      List.of("Transactional", "ApplicationModuleListener");
  private static final Set<String> WITHOUT = Set.of("SUPPORTS", "NOT_SUPPORTED", "NEVER");
  private static final Set<String> APART = Set.of("REQUIRES_NEW", "NOT_SUPPORTED", "NEVER");

  private final Codebase code;

  Transactions(Codebase code) {
    this.code = code;
  }

  /** Whether a method of this name changes data in a transaction. */
  boolean writes(CodeClass type, String method) {
    return declared(type, method).filter(note -> !WITHOUT.contains(propagation(note))).isPresent();
  }

  /** Whether a method, or any that a call of it may reach, changes data in its caller's one. */
  boolean joins(String owner, String name, String descriptor) {
    Codebase.Method called = code.method(owner, name, descriptor);
    return called != null && joins(called.declaring(), name)
        || code.implementations(owner, name, descriptor).stream()
            .anyMatch(each -> joins(each.declaring(), name));
  }

  private static boolean joins(CodeClass type, String method) {
    return declared(type, method).filter(note -> !APART.contains(propagation(note))).isPresent();
  }

  /** What the method, or else its class, says about its transaction, unless it only reads. */
  private static Optional<Note> declared(CodeClass type, String method) {
    return note(type, method).or(() -> note(type, "")).filter(note -> !note.flag("readOnly"));
  }

  /** Spring says {@code propagation}, Jakarta {@code value}. */
  private static String propagation(Note note) {
    Object value = note.values().get("propagation");
    return String.valueOf(value == null ? note.values().get("value") : value);
  }

  private static Optional<Note> note(CodeClass type, String member) {
    return type.notes().stream()
        .filter(noted -> noted.member().equals(member))
        .map(Noted::note)
        .filter(note -> DECLARING.stream().anyMatch(note::is))
        .findFirst();
  }
}
