package com.gopher.ownership.owner;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.xml.XmlElement;
import com.gopher.ownership.xml.XmlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes that files map: {@code orm.xml} of JPA, mapping files of Hibernate, and {@code
 * package.jdo} of JDO, which writes its tables as Hibernate does.
 */
public final class MappingFiles {

  private static final Set<String> CLASSES =
      Set.of("class", "subclass", "joined-subclass", "union-subclass");

  private final Codebase code;
  private final Modules modules;
  private final List<Entity> found = new ArrayList<>();

  private MappingFiles(Codebase code, Modules modules) {
    this.code = code;
    this.modules = modules;
  }

  static List<Entity> read(Codebase code, Modules modules, Collection<ResourceFile> resources) {
    MappingFiles files = new MappingFiles(code, modules);
    resources.stream().filter(MappingFiles::mayBeOne).map(ResourceFile::text).forEach(files::read);
    return files.found;
  }

  private static boolean mayBeOne(ResourceFile resource) {
    boolean jdo = resource.hasExtension("jdo", "orm");
    return jdo
        || resource.hasExtension("xml")
            && (resource.text().contains("<entity-mappings")
                || resource.text().contains("<hibernate-mapping"));
  }

  private void read(String xml) {
    try {
      XmlElement root = XmlReader.read(xml);
      root.forEach(element -> addOrmEntity(element, root));
      root.forEach(element -> addClass(element, root));
    } catch (XmlReader.XmlProblem unreadable) {
      // It is reported where its names are read.
    }
  }

  private void addOrmEntity(XmlElement element, XmlElement root) {
    if (element.name().equals("entity")) {
      XmlElement table = element.child("table");
      add(
          ormClass(element, root),
          table == null ? "" : table.attribute("schema"),
          table == null ? "" : table.attribute("name"));
    }
  }

  private void addClass(XmlElement element, XmlElement root) {
    String own = element.attribute("schema");
    add(
        mappedClass(element, root),
        own.isEmpty() ? root.attribute("schema") : own,
        element.attribute("table"));
  }

  private void add(String className, String schema, String written) {
    CodeClass type = code.find(className.replace('.', '/'));
    if (type != null) {
      String table = written.isEmpty() ? TableName.snakeCase(type.simpleName()) : written;
      found.add(
          new Entity(
              type,
              type.simpleName(),
              Entities.qualified(schema, table),
              modules.of(type),
              !written.isEmpty()));
    }
  }

  /** The class that an element of a mapping file of Hibernate or JDO maps, or empty. */
  public static String mappedClass(XmlElement element, XmlElement root) {
    return CLASSES.contains(element.name())
        ? qualified(element.attribute("name"), packageAround(element, root))
        : "";
  }

  /** A class as a mapping file writes it, where the file may name the package once for all. */
  public static String named(String written, XmlElement element, XmlElement root) {
    XmlElement orm = root.child("package");
    String inPackage = packageAround(element, root);
    return qualified(written, inPackage.isEmpty() && orm != null ? orm.text().strip() : inPackage);
  }

  /** Hibernate names the package at the root, JDO in an element around the class. */
  private static String packageAround(XmlElement element, XmlElement root) {
    for (@Nullable XmlElement at = element; at != null; at = at.parent()) {
      if (at.name().equals("package") && !at.attribute("name").isEmpty()) {
        return at.attribute("name");
      }
    }
    return root.attribute("package");
  }

  /** The class that an {@code <entity>} of {@code orm.xml} maps, or empty. */
  public static String ormClass(@Nullable XmlElement entity, XmlElement root) {
    XmlElement inPackage = root.child("package");
    return qualified(
        entity == null ? "" : entity.attribute("class"),
        inPackage == null ? "" : inPackage.text().strip());
  }

  private static String qualified(String written, String inPackage) {
    return written.isEmpty() || written.contains(".") || inPackage.isEmpty()
        ? written
        : inPackage + "." + written;
  }
}
