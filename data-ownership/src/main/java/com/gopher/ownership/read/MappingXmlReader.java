package com.gopher.ownership.read;

import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.MappingFiles;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.xml.MapperTags;
import com.gopher.ownership.xml.XmlElement;
import com.gopher.ownership.xml.XmlReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the XML files that name tables: mappings of JPA and Hibernate, MyBatis mappers, beans. */
final class MappingXmlReader {

  private static final Set<String> QUERIES =
      Set.of(
          "select",
          "insert",
          "update",
          "delete",
          "query",
          "sql",
          "sql-query",
          "subselect",
          "sql-insert",
          "sql-update",
          "sql-delete");
  private static final Set<String> TABLES =
      Set.of("table", "secondary-table", "join-table", "collection-table");
  private static final Set<String> ROOTS =
      Set.of("mapper", "entity-mappings", "hibernate-mapping", "beans", "jdo", "orm");

  private final Modules modules;
  private final Entities entities;
  private final BeansXmlReader beans;
  private final XmlTypeReader types;
  private final MappingXmlTexts texts;
  private final Mentions mentions;

  MappingXmlReader(
      Modules modules,
      Entities entities,
      BeansXmlReader beans,
      XmlTypeReader types,
      Mentions mentions) {
    this.beans = beans;
    this.types = types;
    this.texts = new MappingXmlTexts(mentions);
    this.modules = modules;
    this.entities = entities;
    this.mentions = mentions;
  }

  void read(ResourceFile resource) {
    if (ROOTS.stream().noneMatch(root -> resource.text().contains("<" + root))) {
      return;
    }
    String module = modules.ofPath(resource.path());
    try {
      read(XmlReader.read(resource.text()), resource.path(), module);
    } catch (XmlReader.XmlProblem e) {
      mentions.add(
          new Mention.Unreadable(
              Place.in(module, resource.path(), 0), "no well-formed XML, " + e.getMessage()));
    }
  }

  private void read(XmlElement root, String path, String pathModule) {
    switch (root.name()) {
      case "mapper" -> {
        String namespace = modules.ofClass(root.attribute("namespace").replace('.', '/'));
        String module = modules.isModule(pathModule) ? pathModule : namespace;
        root.forEach(
            element -> {
              query(element, root, path, module, Context.sql());
              types.read(element, root, path, module);
            });
      }
      case "entity-mappings" ->
          root.forEach(
              element -> {
                query(element, root, path, pathModule, ormLanguage(element));
                ormTable(element, root, path, pathModule);
                String module = ormModule(element, root, pathModule);
                Place place = Place.in(module, path, element.line());
                texts.read(element, place);
                texts.table(element.attribute("table"), place, element.name());
                types.read(element, root, path, module);
              });
      case "hibernate-mapping", "jdo", "orm" ->
          root.forEach(
              element -> {
                String module = hibernateModule(element, root, pathModule);
                query(element, root, path, module, hql(element));
                hibernateTable(element, root, path, module);
                texts.read(element, Place.in(module, path, element.line()));
                types.read(element, root, path, module);
              });
      case "beans" -> {
        beans.read(root, path, pathModule);
        root.forEach(element -> types.read(element, root, path, pathModule));
      }
      default -> {
        // Some other file that happens to mention one of these.
      }
    }
  }

  private void query(
      XmlElement element, XmlElement root, String path, String module, Context context) {
    String statement = element.text().strip();
    if (!QUERIES.contains(element.name()) || statement.isEmpty()) {
      return;
    }
    XmlElement parent = element.parent();
    String queryName = element.attribute("name");
    if (queryName.isEmpty() && parent != null) {
      queryName = parent.attribute("name");
    }
    String actor = modules.isModule(module) ? module : entities.moduleOfQuery(queryName, module);
    int blankLines =
        (int)
            element
                .text()
                .substring(0, element.text().indexOf(statement))
                .chars()
                .filter(c -> c == '\n')
                .count();
    String whole = MapperTags.included(statement, root);
    mentions.text(Place.in(actor, path, element.textLine() + blankLines), whole, context);
  }

  private static Context ormLanguage(XmlElement element) {
    XmlElement parent = element.parent();
    return parent != null && parent.name().equals("named-query") ? Context.jpql() : Context.sql();
  }

  private void ormTable(XmlElement element, XmlElement root, String path, String pathModule) {
    String name = element.attribute("name");
    if (!TABLES.contains(element.name()) || name.isEmpty()) {
      return;
    }
    String module = ormModule(element, root, pathModule);
    var table = Entities.qualified(element.attribute("schema"), name);
    mentions.table(
        Place.in(module, path, element.line()),
        Rule.MAPPING,
        table,
        "<" + element.name() + " >>" + table + "<<>");
  }

  private String ormModule(XmlElement element, XmlElement root, String pathModule) {
    String className = MappingFiles.ormClass(entityAround(element), root);
    return className.isEmpty() ? pathModule : modules.ofClass(className.replace('.', '/'));
  }

  /** Tables of classes, joins and collections; Hibernate and JDO writes them as attributes. */
  private void hibernateTable(XmlElement element, XmlElement root, String path, String module) {
    String name = element.attribute("table");
    if (!name.isEmpty()) {
      String own = element.attribute("schema");
      var table = Entities.qualified(own.isEmpty() ? root.attribute("schema") : own, name);
      mentions.table(
          Place.in(module, path, element.line()),
          Rule.MAPPING,
          table,
          "<" + element.name() + " table=>>" + table + "<<>");
    }
  }

  private String hibernateModule(XmlElement element, XmlElement root, String pathModule) {
    String type = "";
    for (XmlElement at = element; at != null && type.isEmpty(); at = at.parent()) {
      type = MappingFiles.mappedClass(at, root);
    }
    String module = type.isEmpty() ? pathModule : modules.ofClass(type.replace('.', '/'));
    return modules.isModule(module) ? module : pathModule;
  }

  private static Context hql(XmlElement element) {
    boolean sql = element.attribute("language").endsWith("SQL");
    return element.name().equals("query") && !sql ? Context.jpql() : Context.sql();
  }

  private static @Nullable XmlElement entityAround(XmlElement element) {
    XmlElement at = element;
    while (at != null && !at.name().equals("entity")) {
      at = at.parent();
    }
    return at;
  }
}
