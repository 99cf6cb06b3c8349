package com.gopher.ownership.read;

import com.gopher.ownership.changelog.Changelog;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.TableName;

/** Reads Liquibase changelogs: the tables that they change or refer to, and their SQL. */
final class ChangelogReader {

  private final Modules modules;
  private final Scripts scripts;
  private final Mentions mentions;

  ChangelogReader(Modules modules, Scripts scripts, Mentions mentions) {
    this.modules = modules;
    this.scripts = scripts;
    this.mentions = mentions;
  }

  void read(ResourceFile resource) {
    String module = modules.ofPath(resource.path());
    Changelog changelog = Changelog.read(resource);
    if (!changelog.problem().isEmpty()) {
      mentions.add(
          new Mention.Unreadable(Place.in(module, resource.path(), 0), changelog.problem()));
    }
    for (Changelog.Named named : changelog.names()) {
      if (!named.isCreated()) {
        TableName table = Entities.qualified(named.schema(), named.name());
        TableName target = Entities.qualified(named.targetSchema(), named.target());
        mentions.add(
            new Mention.Table(
                Place.in(module, resource.path(), named.line()),
                Rule.MIGRATION,
                table,
                target,
                named.change() + " >>" + table + "<<",
                false));
      }
    }
    for (Changelog.Sql statement : changelog.statements()) {
      mentions.text(
          Place.in(module, resource.path(), statement.line()),
          statement.text(),
          Context.migration());
    }
    changelog.scripts().forEach(script -> scripts.runBy(module, resource.path(), script));
  }
}
