package com.gopher.ownership.read;

import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.MappingFiles;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.StoredTypes;
import com.gopher.ownership.xml.XmlElement;
import java.util.regex.Pattern;

/**
 * Reads each use of another module's stored types in XML: the target of an association, the type of
 * a result, the class of a bean.
 */
final class XmlTypeReader {

  private static final Pattern CLASS = Pattern.compile("[A-Za-z_][\\w$]*(?:\\.[A-Za-z_][\\w$]*)*");

  private final StoredTypes stored;
  private final Modules modules;
  private final Mentions mentions;

  XmlTypeReader(StoredTypes stored, Modules modules, Mentions mentions) {
    this.stored = stored;
    this.modules = modules;
    this.mentions = mentions;
  }

  /**
   * Reads one element, not those in it.
   *
   * @param module whose element it is
   */
  void read(XmlElement element, XmlElement root, String path, String module) {
    if (!modules.isModule(module)) {
      return;
    }
    element.attributes().values().forEach(value -> named(value, element, root, path, module));
    if (element.children().isEmpty()) {
      named(element.text().strip(), element, root, path, module);
    }
  }

  private void named(
      String written, XmlElement element, XmlElement root, String path, String module) {
    if (!CLASS.matcher(written).matches()) {
      return;
    }
    String name = MappingFiles.named(written, element, root).replace('.', '/');
    StoredTypes.Stored type = stored.find(name);
    if (type != null && !type.module().equals(module)) {
      mentions.add(
          new Mention.StoredType(
              Place.in(module, path, element.line()),
              type.type(),
              type.module(),
              type.what(),
              type.table(),
              type.certain()));
    }
  }
}
