package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.owner.Resolution;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.Reading;
import com.gopher.ownership.sql.SqlReader;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.sql.TableUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges the names in a text; one that is no SQL, or none of anybody's business, has none. */
final class TextJudge {

  private static final Pattern BEFORE_MORE =
      Pattern.compile("(?i)\\s+(?:select\\b|" + SqlText.HOLE + "\\w|[$#]\\{\\w+\\}\\w)");
  private static final Pattern PREFIXED = Pattern.compile(SqlText.HOLE + "([a-z]\\w{2,})");

  private final Modules modules;
  private final Owners owners;
  private final EntityNames entityNames;
  private final SqlReader sql;
  private final Findings findings;
  private final Trace trace;
  private final Set<String> suspicious;
  private final Map<String, Set<String>> modulesOfSqlTexts = new HashMap<>();
  private final Set<String> notUnderstood = new HashSet<>();
  private final Map<String, Set<String>> temporary = new HashMap<>();

  TextJudge(Judge.Knowledge known, SqlReader sql, Findings findings, Trace trace) {
    this.modules = known.modules();
    this.owners = known.owners();
    this.entityNames = new EntityNames(known.modules(), known.entities(), findings, trace);
    this.sql = sql;
    this.findings = findings;
    this.trace = trace;
    this.suspicious = new HashSet<>(owners.knownNames());
    known.entities().all().forEach(each -> suspicious.add(each.name().toLowerCase(Locale.ROOT)));
  }

  int sqlTextCount() {
    return modulesOfSqlTexts.size();
  }

  /** By module, how many distinct texts were seen in it. */
  Map<String, Integer> sqlTextsByModule() {
    Map<String, Integer> counts = new HashMap<>();
    modulesOfSqlTexts
        .values()
        .forEach(modules -> modules.forEach(module -> counts.merge(module, 1, Integer::sum)));
    return counts;
  }

  Set<String> notUnderstood() {
    return notUnderstood;
  }

  void judge(Mention.Text mention) {
    String text = mention.text();
    Context context = mention.context();
    if (!context.nearDatabase() && !(SqlText.mayNameTable(text) && namesSomethingKnown(text))) {
      trace.say("no finding: no SQL that names a known table");
      return;
    }
    Reading reading = sql.read(text);
    if (!context.nearDatabase() && reading.sentence() && !reading.deliberate()) {
      trace.say("no finding: it reads as a sentence");
      return;
    }
    if (context.nearDatabase() || reading.statement() && reading.deliberate()) {
      modulesOfSqlTexts.computeIfAbsent(text, it -> new HashSet<>()).add(mention.place().module());
    }
    rememberTemporary(mention.place(), reading);
    boolean far = !context.nearDatabase();
    boolean doubtful = far && isNoStatement(reading);
    for (TableUse use : reading.uses()) {
      // A piece of a statement is known by the full name in it, or it is only two words of a
      // sentence.
      boolean whole = context.nearDatabase() || reading.statement() || use.parts().size() > 1;
      boolean told = doubtful || far && SqlText.isTold(text, use.start());
      boolean known = use.parts().size() > 1 || !told && !isTemporary(mention.place(), use);
      if (whole && known && mention.share().has(use.start(), use.end())) {
        judge(mention.place(), reading, use, context);
      }
    }
  }

  /**
   * A text that begins with a verb and that no parser takes for a statement, whatever stands where
   * it has a hole, is English; a verb and a name alone are the label of an action.
   */
  private boolean isNoStatement(Reading reading) {
    if (SqlText.isLabel(reading.text())) {
      return true;
    }
    boolean beginning = reading.text().indexOf(SqlText.HOLE) >= 0 && reading.deliberate();
    return reading.statement()
        && !beginning
        && !(reading.definition() && reading.deliberate())
        && !reading.uses().isEmpty()
        && !sql.mayParse(reading.text());
  }

  private void rememberTemporary(Place place, Reading reading) {
    if (place.type() != null && !reading.temporary().isEmpty()) {
      temporary
          .computeIfAbsent(place.type().name(), type -> new HashSet<>())
          .addAll(reading.temporary());
    }
  }

  private boolean isTemporary(Place place, TableUse use) {
    return place.type() != null
        && temporary.getOrDefault(place.type().name(), Set.of()).contains(use.lastPart());
  }

  private void judge(Place place, Reading reading, TableUse use, Context context) {
    String shown = Marking.of(reading.text(), use);
    Place at =
        place.type() == null ? place.atLine(place.line() + reading.line(use.start()) - 1) : place;
    at = actingFor(at, TableName.of(use.target().isEmpty() ? use.parts() : use.target()));
    if (context.language() != Context.Language.SQL
        && entityNames.judge(at, use, reading, context, shown)) {
      return;
    }
    if (context.language() == Context.Language.JPQL) {
      return;
    }
    if (use.kind() == TableUse.Kind.SCHEMA || use.kind() == TableUse.Kind.CREATE_SCHEMA) {
      judgeSchema(at, use, reading, context, shown);
    } else if (use.parts().size() <= 2 || !isOtherDatabase(use)) {
      judgeTable(at, use, reading, context, shown);
    }
  }

  private void judgeSchema(Place at, TableUse use, Reading reading, Context context, String shown) {
    boolean meant = context.nearDatabase() || reading.definition() && reading.deliberate();
    if (!meant || at.module().equals(Modules.APPLICATION)) {
      return;
    }
    String schema = use.parts().get(0);
    Resolution resolution = owners.resolveSchema(schema, at.module());
    trace.say(resolution.line());
    if (resolution.kind() == Resolution.Kind.FOREIGN) {
      findings.add(at, context.rule(), Severity.CERTAIN, resolution, shown);
    } else if (resolution.kind() == Resolution.Kind.UNKNOWN && use.kind() == TableUse.Kind.SCHEMA) {
      findings.addUnowned(at, context.rule(), new TableName(schema, "*"), shown);
    }
  }

  private void judgeTable(Place at, TableUse use, Reading reading, Context context, String shown) {
    TableName table = TableName.of(use.parts());
    if (use.hasHole()) {
      if (use.parts().size() > 1 || !isNoName(reading.text(), use)) {
        judgeHole(at, use, table, context, shown);
      }
      return;
    }
    Resolution resolution = owners.resolve(table, at.module());
    trace.say(resolution.line());
    boolean routine = use.isRoutineOrType();
    switch (resolution.kind()) {
      case ALLOWED -> {
        // Own, shared or external.
      }
      case FOREIGN, FOREIGN_SCHEMA -> {
        boolean silent = routine && !context.nearDatabase() && !reading.statement();
        if (!silent) {
          Severity severity = severity(at, reading, context, resolution, use);
          findings.add(at, context.rule(), severity, resolution, shown);
        }
      }
      case AMBIGUOUS -> {
        if (!routine) {
          findings.add(at, context.rule(), Severity.POSSIBLE, resolution, shown);
        }
      }
      case UNKNOWN -> {
        if (!routine && context.nearDatabase() && !use.defines() && !isCommonScript(at)) {
          findings.addUnowned(at, context.rule(), table, shown);
          if (use.kind() == TableUse.Kind.WRITE) {
            findings.writes(at, table);
          }
        }
      }
    }
  }

  private void judgeHole(Place at, TableUse use, TableName table, Context context, String shown) {
    boolean wholeName = table.name().indexOf(SqlText.HOLE) < 0;
    if (!table.schema().isEmpty() && table.schema().indexOf(SqlText.HOLE) < 0) {
      Resolution schema = owners.resolveSchema(table.schema(), at.module());
      trace.say(schema.line());
      if (schema.kind() == Resolution.Kind.FOREIGN) {
        findings.add(
            at,
            context.rule(),
            context.nearDatabase() ? certain(at) : Severity.POSSIBLE,
            schema.owner(),
            table.schema() + ".?",
            shown,
            schema.why());
      }
    } else if (wholeName) {
      Resolution name = owners.resolve(new TableName("", table.name()), at.module());
      trace.say(name.line());
      if (name.kind() == Resolution.Kind.FOREIGN) {
        findings.add(at, context.rule(), Severity.POSSIBLE, name, shown);
      }
    } else if (!afterPrefix(table).isEmpty() && context.nearDatabase()) {
      judgeAfterPrefix(at, new TableName("", afterPrefix(table)), context, shown);
    } else if (context.nearDatabase() && use.kind() != TableUse.Kind.FUNCTION) {
      notUnderstood.add(at.file() + at.member());
      findings.add(
          at,
          context.rule(),
          Severity.POSSIBLE,
          "",
          "?",
          shown,
          "the table's name is only known when the program runs");
    }
  }

  /** A part that is put before a name or a query, such as a limit, is not the table. */
  private static boolean isNoName(String text, TableUse use) {
    String after = text.substring(Math.min(use.end(), text.length()));
    return use.parts().get(0).equals(String.valueOf(SqlText.HOLE))
        && BEFORE_MORE.matcher(after).lookingAt();
  }

  /**
   * What stands after a prefix that only the running program knows, as in {@code ${prefix}orders}.
   */
  private static String afterPrefix(TableName table) {
    Matcher name = PREFIXED.matcher(table.name());
    return table.schema().isEmpty() && name.matches() ? name.group(1) : "";
  }

  private void judgeAfterPrefix(Place at, TableName table, Context context, String shown) {
    Resolution resolution = owners.resolve(table, at.module());
    trace.say(resolution.line());
    if (resolution.kind() == Resolution.Kind.FOREIGN) {
      findings.add(at, context.rule(), Severity.POSSIBLE, resolution, shown);
    } else if (resolution.kind() == Resolution.Kind.UNKNOWN) {
      findings.addUnowned(at, context.rule(), table, shown);
    }
  }

  private Severity severity(
      Place at, Reading reading, Context context, Resolution resolution, TableUse use) {
    if (context.nearDatabase()) {
      boolean qualified = use.parts().size() > 1;
      boolean understood =
          reading.definition()
              || reading.utility()
              || context.rule() == Rule.MAPPING
              || reading.statement() && (qualified || reading.deliberate() || !reading.sentence())
              || sql.parses(reading.text());
      return understood ? certain(at) : Severity.POSSIBLE;
    }
    boolean known = resolution.kind() == Resolution.Kind.FOREIGN;
    boolean sure =
        known
            && reading.statement()
            && reading.deliberate()
            && (reading.definition() || sql.parses(reading.text()));
    return sure ? certain(at) : Severity.POSSIBLE;
  }

  /** What the application does outside its modules is for people to judge. */
  static Severity certain(Place place) {
    return place.module().equals(Modules.APPLICATION) ? Severity.POSSIBLE : Severity.CERTAIN;
  }

  /**
   * A script of the whole application acts, in each statement, for the owner of the table that the
   * statement changes.
   */
  Place actingFor(Place place, TableName target) {
    CodeClass type = place.type();
    boolean script = type == null || Modules.isJavaMigration(type.name());
    if (!script || !place.module().equals(Modules.APPLICATION)) {
      return place;
    }
    Resolution owner = owners.resolve(target, Modules.APPLICATION);
    return owner.owner().isEmpty() ? place : place.of(owner.owner());
  }

  /** A script of the whole application, whoever a statement of it acts for. */
  private boolean isCommonScript(Place place) {
    return place.type() == null && modules.ofPath(place.file()).equals(Modules.APPLICATION);
  }

  private boolean isOtherDatabase(TableUse use) {
    TableName table = TableName.of(use.parts());
    return table.schema().isEmpty() || owners.resolve(table, "").kind() != Resolution.Kind.FOREIGN;
  }

  private boolean namesSomethingKnown(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int start = -1;
    for (int i = 0; i <= lower.length(); i++) {
      boolean part =
          i < lower.length()
              && (Character.isLetterOrDigit(lower.charAt(i)) || lower.charAt(i) == '_');
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        if (suspicious.contains(lower.substring(start, i))) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }
}
