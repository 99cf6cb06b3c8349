package com.gopher.lab.compare.experiment.goldenrule;

import org.jspecify.annotations.Nullable;

/**
 * One way to read a table, tried once.
 *
 * @param shape where it was tried
 * @param access the way, as the report calls it
 * @param isForbidden false for the control: the same way to the module's own table
 * @param atBuildTime whether it was tried on the source or on the running system
 * @param stoppedBy null if nothing stopped it
 * @param said what stopped it, or what it got
 */
record GoldenRuleAttempt(
    String shape,
    String access,
    boolean isForbidden,
    boolean atBuildTime,
    @Nullable GoldenRuleNet stoppedBy,
    String said) {

  boolean wasStopped() {
    return stoppedBy != null;
  }
}
