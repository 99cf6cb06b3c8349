package com.gopher.ownership.read;

import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads properties and YAML: logins, URLs, named queries. */
final class SettingsReader {

  private static final Pattern SCHEMA_IN_URL =
      Pattern.compile("(?i)(?:[?;&](?:currentSchema|schema)=|set\\s+schema\\s+)(\\w+)");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w.-]+)");

  private final Modules modules;
  private final Entities entities;
  private final Mentions mentions;

  SettingsReader(Modules modules, Entities entities, Mentions mentions) {
    this.modules = modules;
    this.entities = entities;
    this.mentions = mentions;
  }

  void properties(ResourceFile resource) {
    PropertyLines.forEach(
        resource.text(), (key, value, line) -> property(resource, key, value, line));
  }

  void yaml(ResourceFile resource) {
    YamlLines.forEach(resource.text(), (key, value, line) -> property(resource, key, value, line));
  }

  private void property(ResourceFile resource, String key, String value, int line) {
    String module = modules.ofPath(resource.path());
    if (!modules.isModule(module)) {
      module = entities.moduleOfQuery(key, modules.ofPath(key.replace('.', '/') + "/x"));
    }
    Place place = Place.in(module, resource.path(), line);
    mentions.text(place, value, language(resource));
    if (modules.isModule(module)) {
      access(place, key, value);
    }
  }

  private static Context language(ResourceFile resource) {
    boolean namedQueries = resource.fileName().endsWith("named-queries.properties");
    return !namedQueries
        ? Context.anyText()
        : resource.fileName().startsWith("jpa") ? Context.jpql() : Context.sql();
  }

  private void access(Place place, String key, String value) {
    String shown = key + "=>>" + value + "<<";
    if (value.startsWith("jdbc:")) {
      Matcher schema = SCHEMA_IN_URL.matcher(value);
      while (schema.find()) {
        mentions.schema(place, Rule.CONFIG, schema.group(1), key + "=" + value);
      }
    }
    if (key.matches(".*(username|user|password|default-schema|schema|url)")) {
      boolean login = key.contains("user") || key.contains("schema");
      mentions.add(new Mention.Access(place, value, login, shown));
    }
    Matcher reference = REFERENCE.matcher(value);
    while (reference.find()) {
      mentions.add(new Mention.Access(place, reference.group(1), false, shown));
    }
  }
}
