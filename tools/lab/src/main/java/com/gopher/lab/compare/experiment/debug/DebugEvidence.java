package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.system.SystemShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the logs of one shape have to say about one failed request.
 *
 * @param bug that it met
 * @param isTogether whether the process that took the request is the one that failed
 * @param logFiles how many there are to search
 * @param filesWithTrace how many of them name the request's trace
 * @param filesWithCause how many of them name the cause
 * @param hops from process to process, between the request and the place of the cause
 * @param reports how often the cause was reported: once for each attempt
 * @param firstIsTraced whether the first report names the request's trace
 * @param laterAreTraced whether all further ones do, those of retries or redeliveries
 * @param allNameTheOrder whether all reports name the order, if there ever was one
 * @param stackTraces how many reports have one
 * @param reachesTheRequest whether one stack trace shows both the cause and the method that took
 *     the request
 */
record DebugEvidence(
    String shape,
    Bug bug,
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

  /** The method that takes requests, as stack traces write it. */
  static final String ENTRY = "OrderController.place";

  /**
   * What is searched for.
   *
   * @param orderId null if the order was never taken
   */
  record Search(String traceId, @Nullable String orderId) {}

  private record Report(String process, String text) {

    boolean hasStackTrace() {
      return FRAME.matcher(text).find();
    }
  }

  /**
   * @param logs by the name of the process that wrote them
   */
  static DebugEvidence in(Map<String, String> logs, SystemShape shape, Bug bug, Search search) {
    List<Report> reports =
        logs.entrySet().stream()
            .flatMap(
                log -> entries(log.getValue()).stream().map(it -> new Report(log.getKey(), it)))
            .filter(it -> it.text().contains(bug.cause))
            .toList();
    List<Report> later = reports.stream().skip(1).toList();
    return new DebugEvidence(
        shape.name(),
        bug,
        shape.shipping().equals(shape.frontDoor()),
        logs.size(),
        filesWith(search.traceId(), logs),
        filesWith(bug.cause, logs),
        hops(shape, reports),
        reports.size(),
        !reports.isEmpty() && reports.get(0).text().contains(search.traceId()),
        !later.isEmpty() && later.stream().allMatch(it -> it.text().contains(search.traceId())),
        search.orderId() == null
            || reports.stream().allMatch(it -> it.text().contains(search.orderId())),
        (int) reports.stream().filter(Report::hasStackTrace).count(),
        reports.stream().anyMatch(it -> it.hasStackTrace() && it.text().contains(ENTRY)));
  }

  List<Measure> measures() {
    return Stream.of(
            new Measure("log files to search", logFiles, "files"),
            new Measure("log files with the trace id", filesWithTrace, "files"),
            new Measure("log files with the cause", filesWithCause, "files"),
            new Measure("hops from request to cause", hops, "processes"),
            new Measure("reports of the cause", reports, "reports"),
            new Measure("reports with a stack trace", stackTraces, "reports"),
            new Measure("stack trace reaches the request", flag(reachesTheRequest), "yes = 1"),
            new Measure("trace id in the first report", flag(firstIsTraced), "yes = 1"),
            new Measure("trace id after a retry", flag(laterAreTraced), "yes = 1"),
            new Measure("order in each report", flag(allNameTheOrder), "yes = 1"))
        .filter(measure -> bug.reports > 1 || !measure.name().equals("trace id after a retry"))
        .map(each -> new Measure(bug.words + ": " + each.name(), each.value(), each.unit()))
        .toList();
  }

  private static double flag(boolean value) {
    return value ? 1 : 0;
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
