package com.gopher.lab.compare.experiment.debug;

/** A bug that is planted, in the order in which they are looked for. */
enum Bug {
  IN_THE_REQUEST(
      "the bug on the request's way", "planted-bug-in-request", "Discounts.discountOf", 1),
  BEHIND_AN_EVENT("the bug behind an event", "planted-bug", "Depots.depotOf", 2);

  final String words;
  final String sabotage;

  /** A text that is in the cause's message and nowhere else. */
  final String cause;

  /** How many reports of one failure there are to wait for: an event is tried again. */
  final int reports;

  Bug(String words, String sabotage, String cause, int reports) {
    this.words = words;
    this.sabotage = sabotage;
    this.cause = cause;
    this.reports = reports;
  }
}
