package com.gopher.lab.faults;

import java.util.Optional;

/** Something that goes wrong while customers order and cancel. */
interface Fault {

  /** As the user types it. */
  String name();

  /** How it strikes, in one sentence. */
  String how();

  /** How a run proves that it did, in one sentence. */
  String proof();

  /** The city it strikes. */
  Stage stage();

  /** Strikes, and takes the cause away again. */
  Blow strike(Scene scene) throws Exception;

  /** The same with the protection taken out, which the invariants must notice. */
  default Optional<Control> control() {
    return Optional.empty();
  }

  /**
   * A fault in a city without the protection against it.
   *
   * @param without which protection was taken out, in words
   * @param expected what must be found at the least
   */
  record Control(Fault fault, String without, Violation.Kind expected) {}
}
