package com.gopher.ownership.read;

import com.gopher.ownership.changelog.Changelog;
import com.gopher.ownership.changelog.FormattedSql;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;

/** Reads the resources, each by its kind: migrations and scripts here, others by their readers. */
final class ResourceReader {

  private final Modules modules;
  private final Placeholders placeholders;
  private final ChangelogReader changelogs;
  private final MappingXmlReader xml;
  private final SettingsReader settings;
  private final Mentions mentions;

  ResourceReader(
      Modules modules,
      Entities entities,
      Placeholders placeholders,
      BeansXmlReader beans,
      XmlTypeReader types,
      Scripts scripts,
      Mentions mentions) {
    this.modules = modules;
    this.placeholders = placeholders;
    this.changelogs = new ChangelogReader(modules, scripts, mentions);
    this.xml = new MappingXmlReader(modules, entities, beans, types, mentions);
    this.settings = new SettingsReader(modules, entities, mentions);
    this.mentions = mentions;
  }

  void read(ResourceFile resource) {
    if (resource.hasExtension("sql", "ddl", "hql", "jpql")) {
      script(resource);
    } else if (Changelog.isOne(resource)) {
      changelogs.read(resource);
    } else if (resource.hasExtension("xml", "jdo", "orm")) {
      xml.read(resource);
    } else if (resource.hasExtension("properties") && !resource.fileName().startsWith("messages")) {
      settings.properties(resource);
    } else if (resource.hasExtension("yml", "yaml")) {
      settings.yaml(resource);
    } else if (Templates.isOne(resource)) {
      template(resource);
    }
  }

  private void script(ResourceFile resource) {
    boolean migration =
        Modules.isMigration(resource.path())
            || Changelog.isFormattedSql(resource)
            || resource.fileName().startsWith("schema");
    boolean jpql = resource.hasExtension("hql", "jpql");
    boolean changelog = Changelog.isFormattedSql(resource);
    mentions.text(
        start(resource),
        placeholders.resolve(changelog ? FormattedSql.opened(resource.text()) : resource.text()),
        migration ? Context.migration() : jpql ? Context.jpql() : Context.sql());
  }

  private void template(ResourceFile resource) {
    if (modules.isModule(modules.ofPath(resource.path()))) {
      mentions.text(
          start(resource),
          Templates.sql(resource),
          Templates.isOfSql(resource) ? Context.sql() : Context.anyText());
    }
  }

  private Place start(ResourceFile resource) {
    return Place.in(modules.ofPath(resource.path()), resource.path(), 1);
  }
}
