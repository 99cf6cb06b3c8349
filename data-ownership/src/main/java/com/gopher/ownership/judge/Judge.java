package com.gopher.ownership.judge;

import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.locate.SourceFiles;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.owner.Resolution;
import com.gopher.ownership.owner.StoredTypes;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.SqlReader;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Lays a mention beside its module and the owner: a finding, or none. */
public final class Judge {

  private final Modules modules;
  private final Owners owners;
  private final Credentials credentials;
  private final TextJudge texts;
  private final Findings findings;
  private final Trace trace;
  private final Set<String> notUnderstood = new HashSet<>();

  /** What the judge has to know of the application. */
  public record Knowledge(
      Codebase code,
      Modules modules,
      Owners owners,
      Entities entities,
      StoredTypes stored,
      SourceFiles sources) {}

  public Judge(Knowledge known, SqlReader sql, Set<Rule> rules, Trace trace) {
    this.modules = known.modules();
    this.owners = known.owners();
    this.credentials = new Credentials(modules, owners, new DeclaredAccess(known.code(), modules));
    this.trace = trace;
    this.findings =
        new Findings(
            rules,
            new Acceptances(known.code()),
            new Advice(known.code(), modules, known.stored()),
            new SourceLines(known.sources()),
            trace);
    this.texts = new TextJudge(known, sql, findings, trace);
  }

  public Collection<Finding> findings() {
    return findings.kept();
  }

  /** What was accepted on purpose, with the reason given for it. */
  public Map<Finding, String> accepted() {
    return findings.accepted();
  }

  /** A start for the ownership file, from what has been judged. */
  public Suggestion suggestion() {
    return new Suggestion(modules, owners, findings.unowned());
  }

  public int sqlTextCount() {
    return texts.sqlTextCount();
  }

  /** By module, how many distinct texts were seen in it. */
  public Map<String, Integer> sqlTextsByModule() {
    return texts.sqlTextsByModule();
  }

  public int notUnderstoodCount() {
    Set<String> all = new HashSet<>(notUnderstood);
    all.addAll(texts.notUnderstood());
    return all.size();
  }

  public void judge(Mention mention) {
    trace.begin(mention);
    if (mention instanceof Mention.Text text) {
      texts.judge(text);
    } else if (mention instanceof Mention.UnknownText unknown) {
      unknownText(unknown);
    } else if (mention instanceof Mention.Table table) {
      table(table);
    } else if (mention instanceof Mention.KnownName name) {
      knownName(name);
    } else if (mention instanceof Mention.Schema schema) {
      schema(schema);
    } else if (mention instanceof Mention.StoredType type) {
      storedType(type);
    } else if (mention instanceof Mention.Access access) {
      access(access);
    } else if (mention instanceof Mention.Crossing crossing) {
      findings.add(
          crossing.place(),
          crossing.rule(),
          Severity.CERTAIN,
          crossing.owner(),
          crossing.name(),
          crossing.shown(),
          crossing.why());
    } else if (mention instanceof Mention.Unreadable unreadable) {
      notUnderstood.add(unreadable.place().file());
      trace.say("not read: " + unreadable.why());
    }
  }

  private void unknownText(Mention.UnknownText unknown) {
    Place place = unknown.place();
    notUnderstood.add(place.file() + place.member());
    findings.add(
        place,
        Rule.SQL,
        Severity.POSSIBLE,
        "",
        "?",
        "the SQL text given to " + unknown.api(),
        "the text is only known when the program runs");
  }

  private void table(Mention.Table mention) {
    Place place = texts.actingFor(mention.place(), mention.target());
    Resolution resolution = owners.resolve(mention.table(), place.module());
    trace.say(resolution.line());
    switch (resolution.kind()) {
      case ALLOWED -> {
        // Own, shared or external.
      }
      case FOREIGN, FOREIGN_SCHEMA ->
          findings.add(
              place, mention.rule(), TextJudge.certain(place), resolution, mention.shown());
      case AMBIGUOUS ->
          findings.add(place, mention.rule(), Severity.POSSIBLE, resolution, mention.shown());
      case UNKNOWN -> {
        findings.addUnowned(place, mention.rule(), mention.table(), mention.shown());
        if (mention.writes()) {
          findings.writes(place, mention.table());
        }
      }
    }
  }

  private void knownName(Mention.KnownName mention) {
    Place place = mention.place();
    Resolution resolution = owners.resolve(mention.table(), place.module());
    trace.say(resolution.line());
    if (resolution.kind() == Resolution.Kind.FOREIGN) {
      findings.add(place, Rule.SQL, TextJudge.certain(place), resolution, mention.shown());
    }
  }

  private void schema(Mention.Schema mention) {
    Place place = mention.place();
    if (place.module().equals(Modules.APPLICATION)) {
      trace.say("no finding: outside the modules a schema may be named");
      return;
    }
    Resolution resolution = owners.resolveSchema(mention.schema(), place.module());
    trace.say(resolution.line());
    if (resolution.kind() == Resolution.Kind.FOREIGN) {
      findings.add(place, mention.rule(), Severity.CERTAIN, resolution, mention.shown());
    } else if (resolution.kind() == Resolution.Kind.UNKNOWN && !mention.lookedUp()) {
      findings.addUnowned(
          place, mention.rule(), new TableName(mention.schema(), "*"), mention.shown());
    }
  }

  private void storedType(Mention.StoredType mention) {
    if (mention.home().equals(mention.place().module())) {
      trace.say("no finding: a type of the module itself");
      return;
    }
    String name = mention.type().simpleName();
    String why =
        name
            + " is a"
            + (mention.what().startsWith("e") ? "n " : " ")
            + mention.what()
            + " of module '"
            + mention.home()
            + "' ("
            + mention.type().packageName()
            + ")";
    findings.add(
        mention.place(),
        Rule.TYPES,
        mention.certain() ? Severity.CERTAIN : Severity.POSSIBLE,
        mention.home(),
        mention.table(),
        "uses >>" + mention.type().javaName() + "<<",
        why);
  }

  private void access(Mention.Access mention) {
    String module = mention.place().module();
    String owner =
        modules.isModule(module)
            ? credentials.ownerOf(mention.name().replace("jdbc:", ""), module, mention.access())
            : "";
    if (owner.isEmpty()) {
      trace.say("no finding: it names no other module's way into the database");
      return;
    }
    findings.add(
        mention.place(),
        Rule.CONFIG,
        Severity.CERTAIN,
        owner,
        mention.name(),
        mention.shown(),
        "'" + mention.name() + "' names module '" + owner + "'");
  }
}
