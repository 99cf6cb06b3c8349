package com.gopher.lab.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Collects from all callers; a lock for each call is nothing at the rates of one machine. */
final class LoadRecorder {

  private static final int DIGITS = 3;
  private static final long LONGEST_MICROS = Duration.ofMinutes(10).toMillis() * 1_000;

  private final double perSecond;
  private final Duration duration;
  private final Instant begin;
  private final long beginNanos;
  private final long intended;
  private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
  private final Histogram scheduleError = new Histogram(LONGEST_MICROS, DIGITS);
  private final Map<String, Long> refusals = new TreeMap<>();
  private final long[] callsBySecond;
  private final long[] acceptedBySecond;
  private final long[] slowestBySecond;

  LoadRecorder(double perSecond, Duration duration, Instant begin, long beginNanos, long intended) {
    this.perSecond = perSecond;
    this.duration = duration;
    this.begin = begin;
    this.beginNanos = beginNanos;
    this.intended = intended;
    int seconds = (int) duration.toSeconds() + 1;
    this.callsBySecond = new long[seconds];
    this.acceptedBySecond = new long[seconds];
    this.slowestBySecond = new long[seconds];
  }

  synchronized void answered(
      long intendedNanos, long sentNanos, long answeredNanos, OpenLoop.Answered answer) {
    scheduleError.recordValue(micros(intendedNanos, sentNanos));
    int second = (int) ((intendedNanos - beginNanos) / 1_000_000_000L);
    callsBySecond[second]++;
    if (answer.refusal() == null) {
      long micros = micros(intendedNanos, answeredNanos);
      latency.recordValue(micros);
      acceptedBySecond[second]++;
      slowestBySecond[second] = Math.max(slowestBySecond[second], micros);
    } else {
      refusals.merge(answer.refusal(), 1L, Long::sum);
    }
  }

  synchronized LoadRecord result(double generatorCpuSeconds) {
    var seconds = new ArrayList<LoadRecord.Second>();
    for (int second = 0; second < callsBySecond.length; second++) {
      if (callsBySecond[second] > 0) {
        seconds.add(
            new LoadRecord.Second(
                callsBySecond[second], acceptedBySecond[second], slowestBySecond[second]));
      }
    }
    return new LoadRecord(
        perSecond,
        duration,
        begin,
        intended,
        latency.copy(),
        scheduleError.copy(),
        Map.copyOf(refusals),
        seconds,
        generatorCpuSeconds);
  }

  private static long micros(long from, long to) {
    return Math.min(LONGEST_MICROS, Math.max(0, (to - from) / 1_000));
  }
}
