package com.gopher.lab.compare.experiment.maporlist;

import com.gopher.lab.compare.traffic.ParcelReads.Read;
import java.util.List;

/**
 * What reads showed of something that happened to a tracker.
 *
 * @param reads how many were sent from then until nobody watched any more
 * @param failed how many of these brought no parcel
 * @param lastFailure seconds from then to the last of these; 0 if there was none
 * @param watched seconds
 */
record Event(int reads, int failed, double lastFailure, double watched) {

  /** A failure so close to the end may well have had another behind it. */
  private static final double MARGIN = 3;

  static Event of(List<Read> reads, double from, double to) {
    List<Read> failed = reads.stream().filter(read -> !read.answered()).toList();
    return new Event(
        reads.size(),
        failed.size(),
        failed.stream().mapToDouble(read -> read.second() - from).max().orElse(0),
        to - from);
  }

  /** In percent. */
  double share() {
    return reads == 0 ? 0 : 100.0 * failed / reads;
  }

  /** True if reads failed until nobody watched any more. */
  boolean isWithoutEnd() {
    return lastFailure > watched - MARGIN;
  }
}
