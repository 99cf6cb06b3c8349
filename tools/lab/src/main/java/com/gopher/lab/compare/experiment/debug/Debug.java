package com.gopher.lab.compare.experiment.debug;

import com.gopher.lab.compare.claim.Chart;
import com.gopher.lab.compare.claim.Depth;
import com.gopher.lab.compare.claim.Experiment;
import com.gopher.lab.compare.claim.Finding;
import com.gopher.lab.compare.claim.Laboratory;
import com.gopher.lab.compare.claim.Measure;
import com.gopher.lab.compare.system.RunningSystem;
import com.gopher.lab.compare.system.Setup;
import com.gopher.lab.compare.system.SystemShape;
import com.gopher.lab.compare.traffic.ShippingSabotage;
import com.gopher.lab.load.Basket;
import com.gopher.launcher.process.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** "One stack trace against many logs": where the cause of a failed order can be read. */
public final class Debug implements Experiment {

  /** Orders whose id ends with it meet the bug. */
  private static final String DIGIT = "7";

  /** None of so many ends with it once in a hundred million runs. */
  private static final int MOST_ORDERS = 300;

  /** The first attempt and the one after it. */
  private static final int REPORTS = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long POLL_MILLIS = 200;
  private static final String CAUSE = "Depots.depotOf";
  private static final String ENTRY = "OrderController.place";

  @Override
  public String name() {
    return "debug";
  }

  @Override
  public String claim() {
    return "Debugging is one stack trace in the castle, and many logs in the city.";
  }

  @Override
  public String hypothesis() {
    return "Where one process does everything, one stack trace shows both the cause and the method that took the request; where it is several, none does.";
  }

  @Override
  public List<String> method() {
    return List.of(
        "The same bug is planted in the code that stores shipments: for orders whose id ends with "
            + DIGIT
            + " it throws a NullPointerException two calls deep.",
        "Orders are sent one by one, each with a trace id of its own and after the one before it has a shipment, until one meets the bug; then its next attempt is waited for, a retry or a redelivery.",
        "The log files of all processes are searched for the trace id, for the cause, and for the method that took the request.");
  }

  @Override
  public List<String> cannotShow() {
    return List.of(
        "In this shop modules tell each other by events, also in one process, and a listener has a thread of its own: in a castle of plain function calls the stack trace would reach further.",
        "Under load many orders share a batch; the log then names the first three of those that were rolled back together.",
        "A place where all logs are collected, or a tracing system, makes one search of many; neither is part of the shop.",
        "How long a person takes to find the cause, and how one debugs with breakpoints.");
  }

  @Override
  public boolean comparesFigures() {
    return false;
  }

  @Override
  public Duration expectedDuration(Depth depth) {
    return Duration.ofMinutes(1);
  }

  @Override
  public Finding run(Laboratory laboratory) throws IOException, InterruptedException {
    var evidence = new ArrayList<DebugEvidence>();
    for (SystemShape shape : laboratory.shapes()) {
      laboratory.tell("looking for a planted bug in the " + shape.name());
      Setup setup =
          ShippingSabotage.in(shape, Setup.plain(), Map.of("BUG_DIGIT", DIGIT), "planted-bug");
      try (RunningSystem system = laboratory.start(shape, setup)) {
        evidence.add(look(system));
      }
    }
    return finding(evidence);
  }

  private static DebugEvidence look(RunningSystem system) throws IOException, InterruptedException {
    DebugEvidence.Search search = orderThatMeetsTheBug(system);
    long end = System.nanoTime() + PATIENCE.toNanos();
    DebugEvidence seen = DebugEvidence.in(logs(system), system.shape(), search);
    while (seen.reports() < REPORTS && System.nanoTime() < end) {
      Thread.sleep(POLL_MILLIS);
      seen = DebugEvidence.in(logs(system), system.shape(), search);
    }
    if (seen.reports() == 0) {
      throw new IOException(
          "No log of the %s tells of the planted bug".formatted(system.shape().name()));
    }
    return seen;
  }

  private static DebugEvidence.Search orderThatMeetsTheBug(RunningSystem system)
      throws IOException, InterruptedException {
    String basket = Basket.fill(system.url()).json();
    HttpClient client = HttpClient.newHttpClient();
    for (int number = 0; number < MOST_ORDERS; number++) {
      String traceId = UUID.randomUUID().toString().replace("-", "");
      HttpRequest request =
          HttpRequest.newBuilder(system.url().resolve("/api/orders"))
              .header("Content-Type", "application/json")
              .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
              .POST(HttpRequest.BodyPublishers.ofString(basket))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IOException(
            "An order was answered with %d: %s".formatted(answer.statusCode(), answer.body()));
      }
      String id = JsonMapper.shared().readTree(answer.body()).path("id").asString();
      if (id.endsWith(DIGIT)) {
        return new DebugEvidence.Search(traceId, id, CAUSE, ENTRY);
      }
      awaitShipment(system.url().resolve("/api/tracking/" + id), client);
    }
    throw new IOException("No order of " + MOST_ORDERS + " met the planted bug");
  }

  /** Or the next order might share its batch, and its failure. */
  private static void awaitShipment(URI parcel, HttpClient client)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(parcel).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
      if (System.nanoTime() > end) {
        throw new IOException("An order that does not meet the bug was not shipped either");
      }
      Thread.sleep(POLL_MILLIS / 10);
    }
  }

  private static Map<String, String> logs(RunningSystem system) throws IOException {
    var logs = new LinkedHashMap<String, String>();
    for (RunningProcess process : system.processes()) {
      logs.put(process.name(), Files.readString(Path.of(process.log())));
    }
    return logs;
  }

  static Finding finding(List<DebugEvidence> evidence) {
    var verdict = DebugVerdict.on(evidence);
    Map<String, List<Measure>> measures = new LinkedHashMap<>();
    evidence.forEach(it -> measures.put(it.shape(), measures(it)));
    return new Finding(
        verdict.verdict(),
        verdict.because(),
        measures,
        List.of(),
        List.of(
            new Chart(
                Chart.Kind.BARS,
                "Where to look for the cause of one failed order",
                "what is counted",
                "number",
                evidence.stream().map(it -> bars(it.shape(), measures(it))).toList(),
                List.of())),
        List.of());
  }

  private static List<Measure> measures(DebugEvidence it) {
    return List.of(
        new Measure("log files to search", it.logFiles(), "files"),
        new Measure("log files with the trace id", it.filesWithTrace(), "files"),
        new Measure("log files with the cause", it.filesWithCause(), "files"),
        new Measure("hops from request to cause", it.hops(), "processes"),
        new Measure("reports of the cause", it.reports(), "reports"),
        new Measure("reports with a stack trace", it.stackTraces(), "reports"),
        new Measure("stack trace reaches the request", flag(it.reachesTheRequest()), "yes = 1"),
        new Measure("trace id in the first report", flag(it.firstIsTraced()), "yes = 1"),
        new Measure("trace id after a retry", flag(it.laterAreTraced()), "yes = 1"),
        new Measure("order in each report", flag(it.allNameTheOrder()), "yes = 1"));
  }

  private static double flag(boolean value) {
    return value ? 1 : 0;
  }

  private static Chart.Series bars(String shape, List<Measure> measures) {
    return new Chart.Series(
        shape,
        IntStream.range(0, measures.size())
            .mapToObj(i -> new Chart.Point(i, measures.get(i).value()))
            .toList(),
        measures.stream().map(Measure::name).toList());
  }
}
