package com.gopher.ownership.read;

import com.gopher.ownership.Rule;
import com.gopher.ownership.Severity;
import com.gopher.ownership.judge.Context;
import com.gopher.ownership.judge.Judge;
import com.gopher.ownership.judge.Place;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Entity;
import com.gopher.ownership.owner.Modules;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the resources: migrations, scripts, mapping and mapper XML, named queries and properties.
 */
final class ResourceReader {

  private static final Pattern XML_COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern QUERY =
      Pattern.compile(
          "<(select|insert|update|delete|query|sql|named-native-query|named-query|createProcedure|viewDefinition|createView)\\b([^>]*)>(.*?)</\\1>",
          Pattern.DOTALL);
  private static final Pattern TABLE_TAG =
      Pattern.compile(
          "<(table|secondary-table|join-table|collection-table)\\b([^>]*?)/?>", Pattern.DOTALL);
  private static final Pattern CHANGE_TAG =
      Pattern.compile(
          "<(\\w+)\\b([^>]*(?:[tT]ableName|sequenceName|viewName)\\s*=[^>]*)>", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern YAML_TABLE =
      Pattern.compile(
          "(?m)^(\\s*-?\\s*)(\\w*[tT]ableName|sequenceName|viewName)\\s*:\\s*[\"']?([\\w.]+)");
  private static final Pattern SCHEMA_IN_URL =
      Pattern.compile("(?i)(?:[?;&](?:currentSchema|schema)=|set\\s+schema\\s+)(\\w+)");

  private final Modules modules;
  private final Entities entities;
  private final Placeholders placeholders;
  private final Credentials credentials;
  private final Judge judge;

  ResourceReader(
      Modules modules,
      Entities entities,
      Placeholders placeholders,
      Credentials credentials,
      Judge judge) {
    this.modules = modules;
    this.entities = entities;
    this.placeholders = placeholders;
    this.credentials = credentials;
    this.judge = judge;
  }

  void read(ResourceFile resource) {
    String module = modules.ofPath(resource.path());
    if (resource.hasExtension("sql", "ddl", "hql", "jpql")) {
      boolean migration =
          Modules.isMigration(resource.path()) || resource.fileName().startsWith("schema");
      boolean jpql = resource.hasExtension("hql", "jpql");
      judge.text(
          Place.in(module, resource.path(), 1),
          placeholders.resolve(resource.text()),
          migration ? Context.migration() : jpql ? Context.jpql() : Context.sql());
    } else if (resource.hasExtension("xml")) {
      xml(resource, module);
    } else if (resource.hasExtension("properties") && !resource.fileName().startsWith("messages")) {
      properties(resource, module);
    } else if (resource.hasExtension("yml", "yaml")) {
      yaml(resource, module);
    } else if (resource.hasExtension("ftl", "st", "mustache") && modules.isModule(module)) {
      judge.text(Place.in(module, resource.path(), 1), resource.text(), Context.anyText());
    }
  }

  private void xml(ResourceFile resource, String pathModule) {
    String text = blankComments(resource.text());
    String module = pathModule;
    Matcher mapper = Pattern.compile("<mapper\\s+namespace\\s*=\\s*\"([\\w.]+)\"").matcher(text);
    boolean batis = mapper.find();
    if (batis && !modules.isModule(module)) {
      module = modules.ofClass(mapper.group(1).replace('.', '/'));
    }
    boolean orm = text.contains("<entity-mappings");
    boolean liquibase = text.contains("<databaseChangeLog");
    if (orm) {
      orm(resource, text, module);
    }
    if (batis || orm || liquibase) {
      queries(resource, text, module, liquibase);
    }
    if (liquibase) {
      changes(resource, text, module);
    }
  }

  private void queries(ResourceFile resource, String text, String module, boolean liquibase) {
    Matcher matcher = QUERY.matcher(text);
    while (matcher.find()) {
      String statement = plain(matcher.group(3));
      if (statement.isBlank()) {
        continue;
      }
      int at = matcher.start(3);
      String actor = module;
      if (!modules.isModule(actor)) {
        actor = entityModule(attribute(matcher.group(2), "name"), module);
      }
      boolean jpql =
          matcher.group(1).equals("named-query")
              || text.contains("<entity-mappings")
                  && matcher.group(0).startsWith("<query")
                  && isJpqlBlock(text, at);
      Context context = liquibase ? Context.migration() : jpql ? Context.jpql() : Context.sql();
      if (!statement.contains("<query")) {
        judge.text(Place.in(actor, resource.path(), line(text, at)), statement, context);
      }
    }
    Matcher inner = Pattern.compile("<query>(.*?)</query>", Pattern.DOTALL).matcher(text);
    while (inner.find()) {
      boolean jpql = isJpqlBlock(text, inner.start());
      String block = text.substring(0, inner.start());
      String name = attribute(block.substring(block.lastIndexOf("<named")), "name");
      String actor = modules.isModule(module) ? module : entityModule(name, module);
      judge.text(
          Place.in(actor, resource.path(), line(text, inner.start())),
          plain(inner.group(1)),
          jpql ? Context.jpql() : Context.sql());
    }
  }

  private static boolean isJpqlBlock(String text, int at) {
    return text.lastIndexOf("<named-query", at) > text.lastIndexOf("<named-native-query", at);
  }

  /** A named query belongs to the entity that its name begins with, as Spring Data reads it. */
  private String entityModule(String queryName, String otherwise) {
    String first =
        queryName.contains(".") ? queryName.substring(0, queryName.indexOf('.')) : queryName;
    List<Entity> named = entities.named(List.of(first));
    return named.size() == 1 ? named.get(0).module() : otherwise;
  }

  private void orm(ResourceFile resource, String text, String pathModule) {
    Matcher matcher = TABLE_TAG.matcher(text);
    while (matcher.find()) {
      String before = text.substring(0, matcher.start());
      int entity = Math.max(before.lastIndexOf("<entity "), before.lastIndexOf("<entity\n"));
      String className = entity < 0 ? "" : attribute(before.substring(entity), "class");
      String inPackage =
          text.contains("<package>")
              ? text.replaceAll("(?s).*<package>\\s*([\\w.]+)\\s*</package>.*", "$1") + "."
              : "";
      String module =
          className.isEmpty()
              ? pathModule
              : modules.ofClass(
                  (className.contains(".") ? className : inPackage + className).replace('.', '/'));
      String name = attribute(matcher.group(2), "name");
      if (!name.isEmpty()) {
        var table = Entities.qualified(attribute(matcher.group(2), "schema"), name);
        judge.table(
            Place.in(module, resource.path(), line(text, matcher.start())),
            Rule.MAPPING,
            table,
            "<" + matcher.group(1) + " >>" + table + "<<>");
      }
    }
  }

  private void changes(ResourceFile resource, String text, String module) {
    Matcher matcher = CHANGE_TAG.matcher(text);
    while (matcher.find()) {
      boolean creates =
          matcher.group(1).startsWith("create") && !matcher.group(1).equals("createIndex");
      Matcher attributes = ATTRIBUTE.matcher(matcher.group(2));
      while (attributes.find()) {
        String key = attributes.group(1);
        if (key.matches("\\w*[tT]ableName|sequenceName|viewName") && !creates) {
          String schema =
              attribute(
                  matcher.group(2),
                  key.replaceAll(
                      "(?i)(table|sequence|view)Name$",
                      key.startsWith("table") || key.startsWith("seq") || key.startsWith("view")
                          ? "schemaName"
                          : "TableSchemaName"));
          var table = Entities.qualified(schema, attributes.group(2));
          judge.table(
              Place.in(module, resource.path(), line(text, matcher.start())),
              Rule.MIGRATION,
              table,
              matcher.group(1) + " >>" + table + "<<");
        }
      }
    }
  }

  private void properties(ResourceFile resource, String pathModule) {
    int line = 0;
    for (String raw : resource.text().replace("\\\n", "  ").split("\n", -1)) {
      line++;
      String text = raw.strip();
      int split = text.indexOf('=');
      if (split > 0 && !text.startsWith("#") && !text.startsWith("!")) {
        property(
            resource,
            pathModule,
            text.substring(0, split).strip(),
            text.substring(split + 1).strip(),
            line);
      }
    }
  }

  private void yaml(ResourceFile resource, String pathModule) {
    if (resource.text().contains("databaseChangeLog")) {
      Matcher matcher = YAML_TABLE.matcher(resource.text());
      while (matcher.find()) {
        String before = resource.text().substring(0, matcher.start());
        boolean creates =
            before.lastIndexOf("createTable:")
                > Math.max(before.lastIndexOf("changeSet:"), before.lastIndexOf("addForeignKey"));
        if (!creates) {
          var table = Entities.qualified("", matcher.group(3));
          judge.table(
              Place.in(pathModule, resource.path(), line(resource.text(), matcher.start(3))),
              Rule.MIGRATION,
              table,
              matcher.group(2) + ": >>" + table + "<<");
        }
      }
    }
    YamlLines.forEach(
        resource.text(), (key, value, line) -> property(resource, pathModule, key, value, line));
  }

  private void property(
      ResourceFile resource, String pathModule, String key, String value, int line) {
    String module = pathModule;
    if (!modules.isModule(module)) {
      module = entityModule(key, modules.ofPath(key.replace('.', '/') + "/x"));
    }
    Place place = Place.in(module, resource.path(), line);
    boolean namedQueries = resource.fileName().endsWith("named-queries.properties");
    Context context =
        !namedQueries
            ? Context.anyText()
            : resource.fileName().startsWith("jpa") ? Context.jpql() : Context.sql();
    judge.text(place, value, context);
    if (!modules.isModule(module)) {
      return;
    }
    if (value.startsWith("jdbc:")) {
      Matcher schema = SCHEMA_IN_URL.matcher(value);
      while (schema.find()) {
        judge.schema(place, Rule.CONFIG, schema.group(1), key + "=" + value);
      }
    }
    String owner =
        key.matches(".*(username|user|password|default-schema|schema|url)")
            ? credentials.ownerOf(
                value.replace("jdbc:", ""), module, key.contains("user") || key.contains("schema"))
            : "";
    if (!owner.isEmpty()) {
      judge.direct(
          place,
          Rule.CONFIG,
          Severity.CERTAIN,
          owner,
          value,
          key + "=>>" + value + "<<",
          "'" + value + "' names module '" + owner + "'");
    }
    Matcher reference = Pattern.compile("\\$\\{([\\w.-]+)").matcher(value);
    while (reference.find()) {
      String other = credentials.ownerOf(reference.group(1), module);
      if (!other.isEmpty()) {
        judge.direct(
            place,
            Rule.CONFIG,
            Severity.CERTAIN,
            other,
            reference.group(1),
            key + "=>>" + value + "<<",
            "'" + reference.group(1) + "' names module '" + other + "'");
      }
    }
  }

  private static String attribute(String attributes, String name) {
    Matcher matcher = ATTRIBUTE.matcher(attributes);
    while (matcher.find()) {
      if (matcher.group(1).equals(name)) {
        return matcher.group(2);
      }
    }
    return "";
  }

  private static String blankComments(String xml) {
    return XML_COMMENT.matcher(xml).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
  }

  private static String plain(String xml) {
    return xml.replaceAll("<!\\[CDATA\\[|]]>", " ")
        .replaceAll("</?[a-zA-Z][^>]*>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  private static int line(String text, int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
