package com.gopher.lab.compare.experiment.selftest;

import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;

/**
 * Whether the comparison kept quiet about what is the same and spoke about what is not.
 *
 * @param again the same system once more
 * @param slowed the same system, made slower
 */
record SelfTestVerdict(Comparison again, Comparison slowed) {

  Verdict verdict() {
    if (again.isDifferent() || slowed.isSmaller()) {
      return Verdict.CONTRARY;
    }
    return slowed.isLarger() ? Verdict.SHOWN : Verdict.NOT_SHOWN;
  }

  String because() {
    return Sentences.of(again) + " " + Sentences.of(slowed);
  }
}
