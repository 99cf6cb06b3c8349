package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.system.SystemShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the logs of one shape have to say about one failed request.
 *
 * @param isTogether whether the process that took the request is the one that failed
 * @param logFiles how many there are to search
 * @param filesWithTrace how many of them name the request's trace
 * @param filesWithCause how many of them name the cause
 * @param hops from process to process, between the request and the place of the cause
 * @param reports how often the cause was reported: once for each attempt
 * @param firstIsTraced whether the first report names the request's trace
 * @param laterAreTraced whether all further ones do, those of retries or redeliveries
 * @param allNameTheOrder whether all reports name the order
 * @param stackTraces how many reports have one
 * @param reachesTheRequest whether one stack trace shows both the cause and the method that took
 *     the request
 */
record DebugEvidence(
    String shape,
    boolean isTogether,
    int logFiles,
    int filesWithTrace,
    int filesWithCause,
    int hops,
    int reports,
    boolean firstIsTraced,
    boolean laterAreTraced,
    boolean allNameTheOrder,
    int stackTraces,
    boolean reachesTheRequest) {

  private static final Pattern FIRST_LINE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
  private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at ");

  /**
   * What is searched for.
   *
   * @param cause a text that is in the cause's message and nowhere else
   * @param entry the method that takes requests, as stack traces write it
   */
  record Search(String traceId, String orderId, String cause, String entry) {}

  private record Report(String process, String text) {

    boolean hasStackTrace() {
      return FRAME.matcher(text).find();
    }
  }

  /**
   * @param logs by the name of the process that wrote them
   */
  static DebugEvidence in(Map<String, String> logs, SystemShape shape, Search search) {
    List<Report> reports =
        logs.entrySet().stream()
            .flatMap(
                log -> entries(log.getValue()).stream().map(it -> new Report(log.getKey(), it)))
            .filter(it -> it.text().contains(search.cause()))
            .toList();
    List<Report> later = reports.stream().skip(1).toList();
    return new DebugEvidence(
        shape.name(),
        shape.shipping().equals(shape.frontDoor()),
        logs.size(),
        filesWith(search.traceId(), logs),
        filesWith(search.cause(), logs),
        hops(shape, reports),
        reports.size(),
        !reports.isEmpty() && reports.get(0).text().contains(search.traceId()),
        !later.isEmpty() && later.stream().allMatch(it -> it.text().contains(search.traceId())),
        reports.stream().allMatch(it -> it.text().contains(search.orderId())),
        (int) reports.stream().filter(Report::hasStackTrace).count(),
        reports.stream().anyMatch(it -> it.hasStackTrace() && it.text().contains(search.entry())));
  }

  /** A line that begins with a time, and those below it that do not. */
  private static List<String> entries(String log) {
    List<String> entries = new ArrayList<>();
    var entry = new StringBuilder();
    for (String line : log.split("\n")) {
      if (FIRST_LINE.matcher(line).matches() && !entry.isEmpty()) {
        entries.add(entry.toString());
        entry.setLength(0);
      }
      entry.append(line).append('\n');
    }
    entries.add(entry.toString());
    return entries;
  }

  private static int filesWith(String text, Map<String, String> logs) {
    return (int) logs.values().stream().filter(log -> log.contains(text)).count();
  }

  private static int hops(SystemShape shape, List<Report> reports) {
    Set<String> passed =
        reports.stream().map(Report::process).collect(Collectors.toCollection(LinkedHashSet::new));
    if (passed.stream().anyMatch(it -> !it.equals(shape.frontDoor())) && !shape.road().isEmpty()) {
      passed.add(shape.road());
    }
    passed.remove(shape.frontDoor());
    return passed.size();
  }
}
