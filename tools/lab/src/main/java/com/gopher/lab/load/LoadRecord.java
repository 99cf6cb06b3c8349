package com.gopher.lab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What an open loop saw.
 *
 * @param begin the intended time of the first call
 * @param intended how many calls the schedule had
 * @param latency microseconds from the intended time to the answer, of accepted calls
 * @param scheduleError microseconds from the intended to the actual time of sending, of all calls
 * @param refusals how many calls were refused or unanswered, by reason
 * @param seconds by the second of the intended time, what became of its calls
 * @param generatorCpuSeconds processor time of the load's own threads
 */
public record LoadRecord(
    double perSecond,
    Duration duration,
    Instant begin,
    long intended,
    Histogram latency,
    Histogram scheduleError,
    Map<String, Long> refusals,
    List<Second> seconds,
    double generatorCpuSeconds) {

  /**
   * @param slowestMicros of the accepted calls, 0 without any
   */
  public record Second(long intended, long accepted, long slowestMicros) {}

  public long accepted() {
    return latency.getTotalCount();
  }

  /** The generator's part of one core. */
  public double generatorShareOfACore() {
    return generatorCpuSeconds / (duration.toNanos() / 1e9);
  }
}
