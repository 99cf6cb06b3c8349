package com.gopher.cli.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gopher.launcher.console.ForeignText;
import com.gopher.launcher.process.RunningProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a process that is ready says about its work: what waits, since when, and whether that passes
 * by itself.
 *
 * @param waiting one remark for each part that has something waiting
 * @param needsAPerson whether one of its parts says that it is not well
 * @param health what it said, all of it; null if it has no health to ask for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Condition(List<String> waiting, boolean needsAPerson, @Nullable JsonNode health) {

  /** A failure may quote a record, and a record may be large. */
  private static final int LONGEST_REMARK = 500;

  private static final Set<String> WELL = Set.of("UP", "UNKNOWN");

  /** Of a process that has no health to ask for, or is not ready: its state says it all. */
  static Condition unasked() {
    return new Condition(List.of(), false, null);
  }

  static Condition of(RunningProcess process, Management management) {
    if (process.managementUrl() == null) {
      return unasked();
    }
    Optional<JsonNode> health = management.health(process);
    return health
        .map(Condition::of)
        .orElseGet(() -> new Condition(List.of("does not say what waits"), true, null));
  }

  static Condition of(JsonNode health) {
    var waiting = new ArrayList<String>();
    boolean well = true;
    for (Map.Entry<String, JsonNode> component : health.path("components").properties()) {
      boolean isWell = WELL.contains(component.getValue().path("status").asString(""));
      well &= isWell;
      String remark = remark(component.getKey(), component.getValue().path("details"), isWell);
      if (!remark.isEmpty()) {
        waiting.add(ForeignText.line(component.getKey() + ": " + remark, LONGEST_REMARK));
      }
    }
    return new Condition(List.copyOf(waiting), !well, health);
  }

  /** In words, to be read behind the process's state; empty if nothing waits. */
  String inWords() {
    return String.join("; ", waiting);
  }

  private static String remark(String component, JsonNode details, boolean isWell) {
    String remark =
        switch (component) {
          case "outbox" -> ofTheOutbox(details);
          case "publications" -> ofThePublications(details);
          case "inbound" -> ofTheInbound(details);
          default -> "";
        };
    return remark.isEmpty() && !isWell ? "not well, see ./shop status --json" : remark;
  }

  private static String ofTheOutbox(JsonNode details) {
    long backlog = details.path("backlog").asLong(0);
    if (backlog == 0) {
      return "";
    }
    long parked = details.path("parked").asLong(0);
    return "%s waiting, oldest %s s".formatted(backlog, details.path("oldestSeconds").asLong(0))
        + (parked == 0 ? "" : ", %s refused by Kafka: ./shop outbox list".formatted(parked));
  }

  private static String ofThePublications(JsonNode details) {
    long unfinished = details.path("unfinished").asLong(0);
    if (unfinished == 0) {
      return "";
    }
    long failing = details.path("keepFailing").asLong(0);
    long unreadable = details.path("unreadable").asLong(0);
    return "%s waiting, oldest since %s"
            .formatted(unfinished, details.path("oldestSince").asString("-"))
        + (unreadable == 0 ? "" : ", %s cannot be read".formatted(unreadable))
        + (failing == 0 ? "" : ", %s keep failing".formatted(failing))
        + (unreadable + failing == 0 ? "" : ": ./shop publications list");
  }

  private static String ofTheInbound(JsonNode details) {
    long failures = details.path("failures").asLong(0);
    return failures == 0
        ? ""
        : "records wait since %s, %s attempts failed: %s"
            .formatted(
                details.path("failingSince").asString("-"),
                failures,
                details.path("lastFailure").asString("-"));
  }
}
