package com.gophershop.order;

/**
 * How far the backfill is.
 *
 * @param left orders whose present state was not announced, behind the one at which the job stands
 */
record BackfillProgress(BackfillJob job, long left) {

  /** Rounded up; what it has to wait for comes on top. */
  long secondsLeft() {
    return (left + job.rate() - 1) / job.rate();
  }
}
