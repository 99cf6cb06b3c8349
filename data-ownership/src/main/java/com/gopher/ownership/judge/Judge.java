package com.gopher.ownership.judge;

import com.gopher.ownership.Finding;
import com.gopher.ownership.Rule;
import com.gopher.ownership.Severity;
import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Entity;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.owner.Resolution;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.Reading;
import com.gopher.ownership.sql.SqlReader;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.sql.TableUse;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares what the readers report with who owns what, and keeps one finding for each rule, class
 * and table.
 */
public final class Judge {

  private final Modules modules;
  private final Owners owners;
  private final Entities entities;
  private final SqlReader sql;
  private final Acceptances acceptances;
  private final Advice advice;
  private final Set<Rule> rules;
  private final Set<String> suspicious;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, Finding> accepted = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Set<String> sqlTexts = new HashSet<>();
  private final Set<String> notUnderstood = new HashSet<>();

  public Judge(
      Codebase code,
      Modules modules,
      Owners owners,
      Entities entities,
      SqlReader sql,
      Set<Rule> rules) {
    this.modules = modules;
    this.owners = owners;
    this.entities = entities;
    this.sql = sql;
    this.acceptances = new Acceptances(code);
    this.advice = new Advice(code, modules);
    this.rules = Set.copyOf(rules);
    this.suspicious = new HashSet<>(owners.knownNames());
    entities.all().forEach(entity -> suspicious.add(entity.name().toLowerCase(Locale.ROOT)));
  }

  public Collection<Finding> findings() {
    return findings.values();
  }

  public Collection<Finding> accepted() {
    return accepted.values();
  }

  /** The reason given for an accepted finding. */
  public String reason(Finding finding) {
    return reasons.getOrDefault(key(finding), "");
  }

  public int sqlTextCount() {
    return sqlTexts.size();
  }

  public int notUnderstoodCount() {
    return notUnderstood.size();
  }

  /** Judges a text; one that is no SQL, or none of another module's business, is passed over. */
  public void text(Place place, String text, Context context) {
    if (!context.nearDatabase() && !(SqlText.mayNameTable(text) && namesSomethingKnown(text))) {
      return;
    }
    Reading reading = sql.read(text);
    if (!context.nearDatabase() && reading.sentence() && !reading.deliberate()) {
      return;
    }
    if (context.nearDatabase() || reading.statement() && reading.deliberate()) {
      sqlTexts.add(text);
    }
    for (TableUse use : reading.uses()) {
      // A piece of a statement is known by the full name in it, or it is only two words of a
      // sentence.
      if (context.nearDatabase() || reading.statement() || use.parts().size() > 1) {
        judge(place, reading, use, context);
      }
    }
  }

  /** Reports a text that goes to a database and of which nothing is known. */
  public void unknownText(Place place, String api) {
    notUnderstood.add(place.file() + place.member());
    add(
        place,
        Rule.SQL,
        Severity.POSSIBLE,
        "",
        "?",
        "the SQL text given to " + api,
        "the text is only known when the program runs");
  }

  /** Judges a name that is a table's by its place, such as in a mapping annotation. */
  public void table(Place place, Rule rule, TableName table, String text) {
    Resolution resolution = owners.resolve(table, place.module());
    switch (resolution.kind()) {
      case ALLOWED -> {
        // Own, shared or external.
      }
      case FOREIGN, FOREIGN_SCHEMA ->
          add(
              place,
              rule,
              certain(place),
              resolution.owner(),
              resolution.table().toString(),
              text,
              resolution.why());
      case AMBIGUOUS ->
          add(
              place,
              rule,
              Severity.POSSIBLE,
              resolution.owner(),
              resolution.table().toString(),
              text,
              resolution.why());
      case UNKNOWN -> unknownTable(place, rule, table, text);
    }
  }

  /** Judges the use of a whole schema. */
  public void schema(Place place, Rule rule, String schema, String text) {
    if (place.module().equals(Modules.APPLICATION)) {
      return;
    }
    Resolution resolution = owners.resolveSchema(schema, place.module());
    if (resolution.kind() == Resolution.Kind.FOREIGN) {
      add(
          place,
          rule,
          Severity.CERTAIN,
          resolution.owner(),
          resolution.table().toString(),
          text,
          resolution.why());
    } else if (resolution.kind() == Resolution.Kind.UNKNOWN) {
      unknownTable(place, rule, new TableName(schema, "*"), text);
    }
  }

  /** Reports something whose meaning the reader already knows. */
  public void direct(
      Place place,
      Rule rule,
      Severity severity,
      String owner,
      String table,
      String text,
      String why) {
    add(place, rule, severity, owner, table, text, why);
  }

  private void judge(Place place, Reading reading, TableUse use, Context context) {
    String shown = marked(reading.text(), use);
    Place at =
        place.type() == null
            ? place.atLine(place.line() + line(reading.text(), use.start()) - 1)
            : place;
    at = actingFor(at, use);
    if (context.language() != Context.Language.SQL
        && judgeEntity(at, use, reading, context, shown)) {
      return;
    }
    if (context.language() == Context.Language.JPQL) {
      return;
    }
    if (use.kind() == TableUse.Kind.SCHEMA || use.kind() == TableUse.Kind.CREATE_SCHEMA) {
      if (context.nearDatabase() || reading.definition() && reading.deliberate()) {
        if (use.kind() == TableUse.Kind.SCHEMA
            || owners.resolveSchema(use.parts().get(0), at.module()).kind()
                == Resolution.Kind.FOREIGN) {
          schema(at, context.rule(), use.parts().get(0), shown);
        }
      }
      return;
    }
    if (use.parts().size() > 2 && isOtherDatabase(use)) {
      return;
    }
    judgeTable(at, use, reading, context, shown);
  }

  private void judgeTable(Place at, TableUse use, Reading reading, Context context, String shown) {
    TableName table = TableName.of(use.parts());
    if (use.hasHole()) {
      judgeHole(at, use, table, context, shown);
      return;
    }
    Resolution resolution = owners.resolve(table, at.module());
    boolean routine =
        use.kind() == TableUse.Kind.FUNCTION || use.kind() == TableUse.Kind.CREATE_FUNCTION;
    switch (resolution.kind()) {
      case ALLOWED -> {
        // Own, shared or external.
      }
      case FOREIGN, FOREIGN_SCHEMA -> {
        Severity severity = severity(at, reading, context, resolution, use);
        boolean silent = routine && !context.nearDatabase() && !reading.statement();
        if (!silent) {
          add(
              at,
              context.rule(),
              severity,
              resolution.owner(),
              resolution.table().toString(),
              shown,
              resolution.why());
        }
      }
      case AMBIGUOUS -> {
        if (!routine) {
          add(
              at,
              context.rule(),
              Severity.POSSIBLE,
              resolution.owner(),
              resolution.table().toString(),
              shown,
              resolution.why());
        }
      }
      case UNKNOWN -> {
        if (!routine && context.nearDatabase() && !use.defines()) {
          unknownTable(at, context.rule(), table, shown);
        }
      }
    }
  }

  private void judgeHole(Place at, TableUse use, TableName table, Context context, String shown) {
    boolean wholeName = table.name().indexOf(SqlText.HOLE) < 0;
    if (!table.schema().isEmpty() && table.schema().indexOf(SqlText.HOLE) < 0) {
      Resolution schema = owners.resolveSchema(table.schema(), at.module());
      if (schema.kind() == Resolution.Kind.FOREIGN) {
        add(
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
      if (name.kind() == Resolution.Kind.FOREIGN) {
        add(
            at,
            context.rule(),
            Severity.POSSIBLE,
            name.owner(),
            name.table().toString(),
            shown,
            name.why());
      }
    } else if (context.nearDatabase() && use.kind() != TableUse.Kind.FUNCTION) {
      notUnderstood.add(at.file() + at.member());
      add(
          at,
          context.rule(),
          Severity.POSSIBLE,
          "",
          "?",
          shown,
          "the table's name is only known when the program runs");
    }
  }

  /** Whether the name is an entity's; then it has been judged. */
  private boolean judgeEntity(
      Place at, TableUse use, Reading reading, Context context, String shown) {
    List<Entity> named = entities.named(use.parts());
    if (named.isEmpty()) {
      return false;
    }
    if (named.stream().anyMatch(entity -> entity.module().equals(at.module()))) {
      return true;
    }
    Entity entity = named.get(0);
    if (!modules.isModule(entity.module())) {
      return true;
    }
    boolean sure =
        named.size() == 1
            && (context.language() == Context.Language.JPQL
                || reading.statement() && reading.deliberate());
    String why =
        entity.type().sourceFile()
            + " of module '"
            + entity.module()
            + "' maps the entity "
            + entity.name();
    add(
        at,
        context.rule(),
        sure ? certain(at) : Severity.POSSIBLE,
        entity.module(),
        entity.table().toString(),
        shown,
        why);
    return true;
  }

  private Severity severity(
      Place at, Reading reading, Context context, Resolution resolution, TableUse use) {
    if (context.nearDatabase()) {
      boolean qualified = use.parts().size() > 1;
      boolean understood =
          reading.definition()
              || context.rule() == Rule.MAPPING
              || qualified && reading.statement()
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
  private static Severity certain(Place place) {
    return place.module().equals(Modules.APPLICATION) ? Severity.POSSIBLE : Severity.CERTAIN;
  }

  /**
   * A script of the whole application acts, in each statement, for the owner of the table that the
   * statement changes.
   */
  private Place actingFor(Place place, TableUse use) {
    boolean common = place.module().equals(Modules.APPLICATION) && place.type() == null;
    if (!common) {
      return place;
    }
    List<String> target = use.target().isEmpty() ? use.parts() : use.target();
    Resolution owner = owners.resolve(TableName.of(target), Modules.APPLICATION);
    return owner.owner().isEmpty()
        ? place
        : new Place(owner.owner(), place.type(), place.member(), place.file(), place.line());
  }

  private boolean isOtherDatabase(TableUse use) {
    TableName table = TableName.of(use.parts());
    return table.schema().isEmpty() || owners.resolve(table, "").kind() != Resolution.Kind.FOREIGN;
  }

  private void unknownTable(Place place, Rule rule, TableName table, String text) {
    if (!place.module().equals(Modules.APPLICATION)) {
      add(
          place,
          rule,
          Severity.POSSIBLE,
          "",
          table.toString(),
          text,
          "no ownership file, annotation, migration or mapping says whose it is");
    }
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

  private void add(
      Place place,
      Rule rule,
      Severity severity,
      String owner,
      String table,
      String text,
      String why) {
    if (!rules.contains(rule)) {
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
            place.line(),
            text.replace(SqlText.HOLE, '?'),
            why,
            advice.instead(rule == Rule.API_LEAK ? "" : owner));
    if (rule == Rule.API_LEAK || rule == Rule.BANNED_API) {
      finding =
          withInstead(
              finding,
              rule == Rule.API_LEAK
                  ? "return an id, a record of plain values or an event"
                  : "let Spring inject the module's own data access, or ask the owner's API");
    }
    String reason = type == null ? "" : acceptances.reason(type, place.member());
    if (!reason.isEmpty()) {
      accepted.putIfAbsent(key(finding), finding);
      reasons.putIfAbsent(key(finding), reason);
      return;
    }
    findings.merge(
        key(finding),
        finding,
        (known, fresh) -> known.severity().compareTo(fresh.severity()) <= 0 ? known : fresh);
  }

  private static Finding withInstead(Finding finding, String instead) {
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.module(),
        finding.owner(),
        finding.table(),
        finding.className(),
        finding.method(),
        finding.file(),
        finding.line(),
        finding.text(),
        finding.why(),
        instead);
  }

  private static String key(Finding finding) {
    String place =
        finding.className() == null ? finding.file() : finding.className().replaceAll("\\$.*", "");
    return finding.rule().id() + "|" + place + "|" + finding.table();
  }

  private static String marked(String text, TableUse use) {
    int start = Math.min(use.start(), text.length());
    int end = Math.min(use.end(), text.length());
    String before = text.substring(Math.max(0, start - 120), start);
    String after = text.substring(end, Math.min(text.length(), end + 120));
    return (start > 120 ? "..." : "")
        + before
        + ">>"
        + text.substring(start, end)
        + "<<"
        + after
        + (text.length() > end + 120 ? "..." : "");
  }

  private static int line(String text, int offset) {
    return 1
        + (int)
            text.substring(0, Math.min(offset, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
  }
}
