package com.gopher.ownership.judge;

import com.gopher.ownership.finding.Severity;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Entity;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.sql.Reading;
import com.gopher.ownership.sql.TableUse;
import java.util.List;

/** Judges the names of entities in JPQL and HQL. */
final class EntityNames {

  private final Modules modules;
  private final Entities entities;
  private final Findings findings;
  private final Trace trace;

  EntityNames(Modules modules, Entities entities, Findings findings, Trace trace) {
    this.modules = modules;
    this.entities = entities;
    this.findings = findings;
    this.trace = trace;
  }

  /** Whether the name is an entity's; then it has been judged. */
  boolean judge(Place at, TableUse use, Reading reading, Context context, String shown) {
    List<Entity> named = entities.named(use.parts());
    if (named.isEmpty()) {
      return false;
    }
    Entity entity = named.get(0);
    trace.say("'" + entity.name() + "' is an entity of module '" + entity.module() + "'");
    if (named.stream().anyMatch(each -> each.module().equals(at.module()))
        || !modules.isModule(entity.module())) {
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
    findings.add(
        at,
        context.rule(),
        sure ? TextJudge.certain(at) : Severity.POSSIBLE,
        entity.module(),
        entity.table().toString(),
        shown,
        why);
    return true;
  }
}
