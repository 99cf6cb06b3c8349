package com.gopher.lab.compare.experiment.selftest;

import com.gopher.lab.compare.claim.Sentences;
import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.statistics.Comparison;

/**
 * Whether the comparison was silent about what is the same and spoke about what is not.
 *
 * @param again the same system once more
 * @param slowed the same system, made slower
 */
record SelfTestVerdict(Comparison again, Comparison slowed) {

  Verdict verdict() {
    return Verdict.of(slowed.isLarger(), again.isDifferent() || slowed.isSmaller());
  }

  String because() {
    return Sentences.of(again) + " " + Sentences.of(slowed);
  }
}
