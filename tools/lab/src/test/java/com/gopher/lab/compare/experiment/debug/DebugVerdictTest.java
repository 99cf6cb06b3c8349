package com.gopher.lab.compare.experiment.debug;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.lab.compare.claim.Verdict;
import com.gopher.lab.compare.system.ShippingCode;
import com.gopher.lab.compare.system.SystemShape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DebugVerdictTest {

  private static final SystemShape CASTLE = shape("castle", "shop", "");
  private static final SystemShape CITY = shape("city", "tracker", "kafka");

  private static final DebugEvidence.Search SEARCH = new DebugEvidence.Search("abc0", "order-7");

  private static final String START = "2026-11-23T02:00:00.000Z  INFO 1 --- [main] Started\n";

  @Test
  void aStackTraceThatReachesTheRequestInOneProcessOnlyShowsTheClaim() {
    var castle =
        DebugEvidence.in(
            Map.of("shop", START + report("abc0", frames("Dispatch.prepare", DebugEvidence.ENTRY))),
            CASTLE,
            Bug.BEHIND_AN_EVENT,
            SEARCH);
    var city =
        DebugEvidence.in(
            cityLogs(report("abc0", frames("Dispatch.take"))), CITY, Bug.BEHIND_AN_EVENT, SEARCH);

    assertThat(DebugVerdict.on(List.of(castle, city), 1).verdict()).isEqualTo(Verdict.SHOWN);
  }

  @Test
  void ifNoStackTraceReachesTheRequestTheClaimIsNotShownHoweverFewTheLogs() {
    var castle =
        DebugEvidence.in(
            Map.of("shop", START + report("abc0", frames("OrderNews.on")) + report("", "")),
            CASTLE,
            Bug.BEHIND_AN_EVENT,
            SEARCH);
    var city =
        DebugEvidence.in(
            cityLogs(report("abc0", frames("Dispatch.take")) + report("abc0", "")),
            CITY,
            Bug.BEHIND_AN_EVENT,
            SEARCH);

    var verdict = DebugVerdict.on(List.of(castle, city), 1);

    assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict.because())
        .isEqualTo(
            "castle, the bug behind an event: 1 of 1 log file has the cause, in the process of the request, with a stack trace that does not reach the request; the trace id is in the first report and lost with the next attempt, and the order is in all reports."
                + " city, the bug behind an event: 1 of 3 log files have the cause, 2 hops from the request, with a stack trace that does not reach the request; the trace id is in all 2 reports, also those of later attempts, and the order is in all reports.");
  }

  @Test
  void aBugThatIsFoundAlikeInBothShapesShowsNothingAndIsTold() {
    String onTheWay =
        "2026-11-23T02:00:02.000Z ERROR 1 --- [http-1] [00-abc0-1-01] Discounts.discountOf is null\n"
            + frames("Checkout.place", DebugEvidence.ENTRY);
    var search = new DebugEvidence.Search("abc0", null);
    var castle =
        DebugEvidence.in(Map.of("shop", START + onTheWay), CASTLE, Bug.IN_THE_REQUEST, search);
    Map<String, String> logs = cityLogs("");
    logs.put("shop", START + onTheWay);
    var city = DebugEvidence.in(logs, CITY, Bug.IN_THE_REQUEST, search);

    var verdict = DebugVerdict.on(List.of(castle, city), 1);

    assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(verdict.because())
        .isEqualTo(
            "castle, the bug on the request's way: 1 of 1 log file has the cause, in the process of the request, in one stack trace with the request; the trace id is in it."
                + " city, the bug on the request's way: 1 of 3 log files have the cause, in the process of the request, in one stack trace with the request; the trace id is in it.");
  }

  @Test
  void aStackTraceThatReachesTheRequestAcrossProcessesOnlyIsContrary() {
    var castle =
        DebugEvidence.in(
            Map.of("shop", report("abc0", frames("OrderNews.on"))),
            CASTLE,
            Bug.BEHIND_AN_EVENT,
            SEARCH);
    var city =
        DebugEvidence.in(
            cityLogs(report("abc0", frames(DebugEvidence.ENTRY))),
            CITY,
            Bug.BEHIND_AN_EVENT,
            SEARCH);

    assertThat(DebugVerdict.on(List.of(castle, city), 1).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void oneProcessWithAsManyLogsAsSeveralIsContrary() {
    var logs = Map.of("shop", report("abc0", ""), "audit", "", "access", "");
    var castle = DebugEvidence.in(logs, CASTLE, Bug.BEHIND_AN_EVENT, SEARCH);
    var city = DebugEvidence.in(cityLogs(report("abc0", "")), CITY, Bug.BEHIND_AN_EVENT, SEARCH);

    assertThat(DebugVerdict.on(List.of(castle, city), 1).verdict()).isEqualTo(Verdict.CONTRARY);
  }

  @Test
  void aStackTraceOfAnotherReportIsNotTakenForTheCauses() {
    String other =
        "2026-11-23T02:00:01.000Z  WARN 1 --- [main] Something else\n"
            + frames(DebugEvidence.ENTRY);

    var evidence =
        DebugEvidence.in(
            Map.of("shop", report("abc0", "") + other), CASTLE, Bug.BEHIND_AN_EVENT, SEARCH);

    assertThat(evidence.reports()).isEqualTo(1);
    assertThat(evidence.stackTraces()).isZero();
    assertThat(evidence.reachesTheRequest()).isFalse();
  }

  @Test
  void withOneShapeThereIsNothingToCompare() {
    var castle =
        DebugEvidence.in(Map.of("shop", report("abc0", "")), CASTLE, Bug.BEHIND_AN_EVENT, SEARCH);

    assertThat(DebugVerdict.on(List.of(castle), 1).verdict()).isEqualTo(Verdict.NOT_SHOWN);
  }

  private static Map<String, String> cityLogs(String tracker) {
    var logs = new LinkedHashMap<String, String>();
    logs.put("kafka", "[2026-11-23 02:00:00,000] INFO started\n");
    logs.put("shop", START);
    logs.put("tracker", START + tracker);
    return logs;
  }

  private static String report(String traceId, String frames) {
    return "2026-11-23T02:00:02.000Z  WARN 1 --- [task-1] [00-%s-1-01] failed on order-7: Depots.depotOf is null\n%s"
        .formatted(traceId, frames);
  }

  private static String frames(String... methods) {
    var frames = new StringBuilder("java.lang.NullPointerException\n");
    for (String method : methods) {
      frames.append("\tat com.example.").append(method).append("(Source.java:1)\n");
    }
    return frames.toString();
  }

  private static SystemShape shape(String name, String shipping, String road) {
    return new SystemShape(
        name,
        "",
        "shop",
        shipping,
        road,
        Map.of(),
        List.of(),
        ShippingCode.inTheShop(Path.of("")),
        (data, setup) -> List.of());
  }
}
