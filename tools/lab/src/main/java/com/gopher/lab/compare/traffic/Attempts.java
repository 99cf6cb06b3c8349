package com.gopher.lab.compare.traffic;

import com.gopher.lab.compare.claim.Chart.Point;
import com.gopher.lab.compare.statistics.Fork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What became of all orders of one load, in the order of their intended times. */
public record Attempts(List<Attempt> all) {

  /** A customer who waits longer has been let down: to be "accepted" after that is no help. */
  public static final double IN_TIME_SECONDS = 1;

  /** A shape that accepts this part of its orders in time is at work; the rest is noise. */
  public static final double AT_WORK = 0.95;

  public Attempts between(double begin, double end) {
    return new Attempts(all.stream().filter(attempt -> attempt.isBetween(begin, end)).toList());
  }

  /** The part of them that was accepted in time, from 0 to 1; 1 if there were none. */
  public double shareInTime() {
    return all.isEmpty()
        ? 1
        : (double) all.stream().filter(each -> each.isAcceptedWithin(IN_TIME_SECONDS)).count()
            / all.size();
  }

  public long accepted() {
    return all.stream().filter(Attempt::isAccepted).count();
  }

  /** Accepted orders whose parcels never became visible. */
  public long lost() {
    return all.stream().filter(each -> each.isAccepted() && !each.isVisible()).count();
  }

  /** When the last of their parcels became visible; {@code otherwise} if none did. */
  public double lastVisible(double otherwise) {
    return all.stream()
        .filter(Attempt::isVisible)
        .mapToDouble(Attempt::visibleAt)
        .max()
        .orElse(otherwise);
  }

  /**
   * The longest time from placing an order to seeing its parcel, in seconds; 0 if there is none.
   */
  public double longestWait() {
    return all.stream()
        .filter(Attempt::isVisible)
        .mapToDouble(each -> each.visibleAt() - each.at())
        .max()
        .orElse(0);
  }

  /** From the intended moment to the answer, in microseconds, by the second of the former. */
  public Fork acceptedMicros() {
    return micros(Attempt::isAccepted, Attempt::seconds);
  }

  /**
   * From the intended moment to the visible parcel, in microseconds, by the second of the former.
   */
  public Fork visibleMicros() {
    return micros(Attempt::isVisible, attempt -> attempt.visibleAt() - attempt.at());
  }

  private Fork micros(Predicate<Attempt> counts, ToDoubleFunction<Attempt> seconds) {
    Map<Integer, List<Attempt>> bySecond =
        all.stream()
            .filter(counts)
            .collect(
                Collectors.groupingBy(
                    attempt -> (int) attempt.at(), TreeMap::new, Collectors.toList()));
    return new Fork(
        bySecond.values().stream()
            .map(
                second ->
                    second.stream()
                        .mapToLong(each -> Math.round(seconds.applyAsDouble(each) * 1e6))
                        .map(micros -> Math.max(1, micros))
                        .toArray())
            .toList());
  }

  /** Orders accepted in time, by the second in which they were placed. */
  public List<Point> acceptedInTimeBySecond() {
    var points = new ArrayList<Point>();
    double end = all.isEmpty() ? 0 : all.get(all.size() - 1).at();
    for (int second = 0; second <= end; second++) {
      Attempts placed = between(second, second + 1.0);
      points.add(new Point(second, Math.round(placed.shareInTime() * placed.all.size())));
    }
    return points;
  }

  /**
   * How old the shop's knowledge of parcels was: at each half second, the age of the oldest
   * accepted order whose parcel was not visible yet.
   */
  public List<Point> staleness() {
    var points = new ArrayList<Point>();
    double end = Math.max(all.isEmpty() ? 0 : all.get(all.size() - 1).at(), lastVisible(0)) + 0.5;
    for (double now = 0; now <= end; now += 0.5) {
      points.add(new Point(now, stalenessAt(now)));
    }
    return points;
  }

  private double stalenessAt(double now) {
    double oldest =
        all.stream()
            .filter(each -> each.isAccepted() && each.at() <= now)
            .filter(each -> !each.isVisible() || each.visibleAt() > now)
            .mapToDouble(Attempt::at)
            .min()
            .orElse(now);
    return now - oldest;
  }
}
