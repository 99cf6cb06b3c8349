package com.gopher.lab.compare.experiment.maporlist;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.launcher.shape.EurekaTimes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is to be thought of the claim when it is known how each way fared.
 *
 * @param longest seconds until the last failed read that a map may take to notice
 * @param fewest percent of reads below which nobody cares
 */
record MapOrListVerdict(Map<Variant, Fared> fared, double longest, double fewest) {

  Verdict verdict() {
    List<Event> map = killed(true, 1);
    List<Event> list = killed(false, 1);
    return Verdict.of(
        !map.isEmpty()
            && !list.isEmpty()
            && map.stream().allMatch(this::isNoticed)
            && list.stream().allMatch(event -> event.isWithoutEnd() && event.share() > fewest),
        map.stream().anyMatch(Event::isWithoutEnd));
  }

  private boolean isNoticed(Event event) {
    return event.lastFailure() <= longest && !event.isWithoutEnd();
  }

  /** Of the list, or of the map at our times: Eureka's own are shown, and decide nothing. */
  private List<Event> killed(boolean map, int attempts) {
    return fared.entrySet().stream()
        .filter(each -> each.getKey().attempts() == attempts)
        .filter(each -> map ? isTuned(each.getKey()) : each.getKey().times() == null)
        .map(each -> each.getValue().killed())
        .toList();
  }

  private static boolean isTuned(Variant variant) {
    return EurekaTimes.TUNED.equals(variant.times());
  }

  /** Adding one decides nothing, and is what the list is most felt by. */
  String because() {
    return "A tracker of two or three was killed: "
        + each(Fared::killed)
        + ". A third one was added: "
        + each(Fared::added)
        + ".";
  }

  private String each(Function<Fared, Event> which) {
    return fared.entrySet().stream()
        .map(each -> each.getKey().name() + ": " + inWords(which.apply(each.getValue())))
        .collect(Collectors.joining("; "));
  }

  private static String inWords(Event event) {
    if (event.failed() == 0) {
      return "no read of %s failed".formatted(event.reads());
    }
    return String.format(
        Locale.ROOT,
        "%s of %s reads failed, %s",
        event.failed(),
        event.reads(),
        event.isWithoutEnd()
            ? String.format(Locale.ROOT, "until the end, %.0f s", event.watched())
            : String.format(Locale.ROOT, "the last after %.1f s", event.lastFailure()));
  }
}
