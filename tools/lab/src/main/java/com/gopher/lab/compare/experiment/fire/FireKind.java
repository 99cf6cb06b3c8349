package com.gopher.lab.compare.experiment.fire;

/** How the shipping code may burn, in the order in which it does. */
enum FireKind {
  /** The control: a failure as code is expected to fail. No shape may suffer from it. */
  EXCEPTION("it throws an exception at each call", "polite-exception", false),
  CPU("it spins the CPU", "spin-cpu", false),
  DEATH("its process dies", "die", true),
  HEAP("it eats the heap", "eat-heap", true);

  final String words;
  final String sabotage;

  /** True if only a new process helps. */
  final boolean isFatal;

  FireKind(String words, String sabotage, boolean isFatal) {
    this.words = words;
    this.sabotage = sabotage;
    this.isFatal = isFatal;
  }

  boolean isControl() {
    return this == EXCEPTION;
  }
}
