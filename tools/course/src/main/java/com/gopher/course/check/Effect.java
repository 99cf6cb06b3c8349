package com.gopher.course.check;

import com.gopher.lab.faults.FaultSummary;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a fault may do. */
enum Effect {
  REFUSED("requests were turned away or not answered", FaultSummary::refused),
  LATE("seconds until the tracker knew what had waited", FaultSummary::recoverySeconds),
  LOST("orders or effects were lost", FaultSummary::lost),
  DUPLICATED("effects came twice", FaultSummary::duplicated),
  DISORDERED("histories were out of order", FaultSummary::disordered);

  private final String counted;
  private final ToDoubleFunction<FaultSummary> count;

  Effect(String counted, ToDoubleFunction<FaultSummary> count) {
    this.counted = counted;
    this.count = count;
  }

  /** As a learner writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Effect> called(String word) {
    return Stream.of(values()).filter(effect -> effect.word().equals(word)).findFirst();
  }

  static String words() {
    return Stream.of(values()).map(Effect::word).collect(Collectors.joining(", "));
  }

  boolean isIn(FaultSummary summary) {
    return count.applyAsDouble(summary) > 0;
  }

  /** True if it must never be, whatever was predicted. */
  boolean isHarm() {
    return this == LOST || this == DUPLICATED || this == DISORDERED;
  }

  String in(FaultSummary summary) {
    double number = count.applyAsDouble(summary);
    return (number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number))
        + " "
        + counted;
  }
}
