package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Resolution;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.SqlText;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps one finding for each rule, class and table, the surest. */
final class Findings {

  private static final Map<String, String> EVERYBODY = Map.of("one", "", "another", "");

  private final Set<Rule> rules;
  private final Acceptances acceptances;
  private final Advice advice;
  private final SourceLines lines;
  private final Trace trace;
  private final Map<String, Map<String, String>> unowned = new HashMap<>();
  private final Map<String, Set<String>> writers = new HashMap<>();
  private final Map<String, Finding> kept = new LinkedHashMap<>();
  private final Map<String, Finding> accepted = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  Findings(
      Set<Rule> rules, Acceptances acceptances, Advice advice, SourceLines lines, Trace trace) {
    this.lines = lines;
    this.rules = Set.copyOf(rules);
    this.acceptances = acceptances;
    this.advice = advice;
    this.trace = trace;
  }

  /**
   * All but tables without an owner that one module alone names: they are presumed its own, and
   * those that several name are presumed to be of the only one that writes them.
   */
  Collection<Finding> kept() {
    return kept.values().stream()
        .filter(finding -> isNamedByMany(finding.table()) || !finding.owner().isEmpty())
        .filter(finding -> !finding.module().equals(presumedOwner(finding)))
        .map(this::ofPresumedOwner)
        .toList();
  }

  /** The only module that writes what others name, too, or empty. */
  private String presumedOwner(Finding finding) {
    Set<String> writing = writers.getOrDefault(finding.table(), Set.of());
    boolean several = unowned.getOrDefault(finding.table(), Map.of()).size() > 1;
    return finding.owner().isEmpty() && several && writing.size() == 1
        ? writing.iterator().next()
        : "";
  }

  private Finding ofPresumedOwner(Finding finding) {
    String owner = presumedOwner(finding);
    return owner.isEmpty()
        ? finding
        : finding.ofOwner(
            owner,
            "nothing says whose it is, but only module '" + owner + "' writes it",
            instead(finding.rule(), owner));
  }

  /** A module writes a table that nobody is known to own. */
  void writes(Place place, TableName table) {
    if (!place.module().equals(Modules.APPLICATION)) {
      writers.computeIfAbsent(table.toString(), name -> new TreeSet<>()).add(place.module());
    }
  }

  /** One with a schema counts as named by many: who names a schema knows of its owner. */
  private boolean isNamedByMany(String table) {
    return table.contains(".") || unowned.getOrDefault(table, EVERYBODY).size() > 1;
  }

  /** By table that nobody is known to own, the modules that name it, and where each does first. */
  Map<String, Map<String, String>> unowned() {
    return unowned;
  }

  /** What was accepted on purpose, with the reason. */
  Map<Finding, String> accepted() {
    Map<Finding, String> found = new LinkedHashMap<>();
    accepted.forEach((key, finding) -> found.put(finding, reasons.get(key)));
    return found;
  }

  /** Adds what a name was resolved to. */
  void add(Place place, Rule rule, Severity severity, Resolution resolution, String text) {
    add(
        place,
        rule,
        severity,
        resolution.owner(),
        resolution.table().toString(),
        text,
        resolution.why());
  }

  /** Adds a table that nobody is known to own, unless it is no module's business. */
  void addUnowned(Place place, Rule rule, TableName table, String text) {
    if (place.module().equals(Modules.APPLICATION)) {
      trace.say("no finding: outside the modules, and nobody is known to own it");
      return;
    }
    String where = place.line() > 0 ? place.file() + ":" + place.line() : place.file();
    unowned
        .computeIfAbsent(table.toString(), name -> new TreeMap<>())
        .putIfAbsent(place.module(), where);
    add(
        place,
        rule,
        Severity.POSSIBLE,
        "",
        table.toString(),
        text,
        "no ownership file, annotation, migration or mapping says whose it is");
  }

  void add(
      Place place,
      Rule rule,
      Severity severity,
      String owner,
      String table,
      String text,
      String why) {
    if (place.type() == null && place.module().equals(Modules.APPLICATION)) {
      trace.say("no finding: a script of the application, about no module's table");
      return;
    }
    if (!rules.contains(rule)) {
      trace.say("no finding: the rule " + rule.id() + " is left out");
      return;
    }
    CodeClass type = place.type();
    Finding finding =
        new Finding(
            rule,
            severity,
            place.module(),
            owner,
            table.replace(SqlText.HOLE, '?'),
            type == null ? null : type.javaName(),
            place.member(),
            place.file(),
            lines.of(place, text),
            text.replace(SqlText.HOLE, '?'),
            place.way().isEmpty() ? why : why + "; the text goes through " + place.way(),
            instead(rule, owner));
    String reason = type == null ? "" : acceptances.reason(type, place.member());
    if (!reason.isEmpty()) {
      trace.say("accepted (" + rule.id() + ", " + severity.id() + ") because " + reason);
      accepted.putIfAbsent(key(finding), finding);
      reasons.putIfAbsent(key(finding), reason);
      return;
    }
    trace.say("finding (" + rule.id() + ", " + severity.id() + "): " + why);
    kept.merge(
        key(finding),
        finding,
        (known, fresh) -> known.severity().compareTo(fresh.severity()) <= 0 ? known : fresh);
  }

  private String instead(Rule rule, String owner) {
    return switch (rule) {
      case API_LEAK -> "return an id, a record of plain values or an event";
      case BANNED_API -> "let Spring inject the module's own data access, or ask the owner's API";
      default -> advice.instead(owner);
    };
  }

  private static String key(Finding finding) {
    String place =
        finding.className() == null ? finding.file() : finding.className().replaceAll("\\$.*", "");
    return finding.rule().id() + "|" + place + "|" + finding.table();
  }
}
