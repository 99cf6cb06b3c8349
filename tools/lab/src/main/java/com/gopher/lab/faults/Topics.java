package com.gopher.lab.faults;

/** What the topics of a city can be judged by, from the most to the least. */
enum Topics {
  /** Each change of each order was announced. */
  WHOLE,
  /** Some changes were not, for the shop had nobody to announce them to; the last one was. */
  WITH_GAPS,
  /** Records were lost on purpose: what is left of a story says nothing. */
  LOST;

  Topics and(Topics other) {
    return compareTo(other) < 0 ? other : this;
  }
}
