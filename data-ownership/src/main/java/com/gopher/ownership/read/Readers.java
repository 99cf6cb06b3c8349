package com.gopher.ownership.read;

import com.gopher.ownership.changelog.Changelog;
import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.StoredTypes;
import com.gopher.ownership.text.Settings;
import com.gopher.ownership.xml.XmlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Runs every reader over every class and resource. */
public final class Readers {

  private final Codebase code;
  private final Modules modules;
  private final Entities entities;
  private final TypeReader types;
  private final LeakReader leaks;
  private final AnnotationReader annotations;
  private final BannedReader banned;
  private final TextReader texts;
  private final ResourceReader resources;

  /**
   * @param ownsData whether a module owns a table or a schema
   */
  public Readers(
      Codebase code,
      Modules modules,
      Entities entities,
      StoredTypes stored,
      Predicate<String> ownsData,
      Collection<ResourceFile> files,
      Placeholders placeholders,
      Mentions mentions) {
    Scripts scripts = new Scripts(files, modules, mentions);
    this.code = code;
    this.modules = modules;
    this.entities = entities;
    this.types = new TypeReader(stored, modules, mentions);
    this.leaks = new LeakReader(code, modules, entities, stored, ownsData, mentions);
    this.annotations = new AnnotationReader(code, modules, stored, scripts, mentions);
    this.banned = new BannedReader(mentions);
    Callers callers = new Callers(code, modules, ownsData, WiredMethods.in(files, code));
    Meanings meanings = new Meanings(code);
    DatabaseTexts databaseTexts = new DatabaseTexts(modules, callers, scripts, mentions);
    this.texts =
        new TextReader(
            code, modules, callers, meanings, databaseTexts, scripts, settings(files), mentions);
    BeansXmlReader beans = new BeansXmlReader(code, modules, meanings, databaseTexts, mentions);
    XmlTypeReader xmlTypes = new XmlTypeReader(stored, modules, mentions);
    this.resources =
        new ResourceReader(modules, entities, placeholders, beans, xmlTypes, scripts, mentions);
  }

  private static Settings settings(Collection<ResourceFile> files) {
    List<Settings.Setting> all = new ArrayList<>();
    for (ResourceFile file : files) {
      String name = file.path().replaceFirst("\\.\\w+$", "");
      if (file.hasExtension("properties")) {
        PropertyLines.forEach(
            file.text(), (key, value, line) -> all.add(new Settings.Setting(name, key, value)));
      } else if (file.hasExtension("yml", "yaml") && !Changelog.isOne(file)) {
        YamlLines.forEach(
            file.text(), (key, value, line) -> all.add(new Settings.Setting(name, key, value)));
      } else if (file.hasExtension("xml") && file.text().contains("<properties")) {
        entries(file).forEach((key, value) -> all.add(new Settings.Setting(name, key, value)));
      }
    }
    return new Settings(all);
  }

  /** The entries of properties that are written as XML. */
  private static Map<String, String> entries(ResourceFile file) {
    Map<String, String> entries = new LinkedHashMap<>();
    try {
      XmlReader.read(file.text())
          .forEach(
              element -> {
                if (element.name().equals("entry") && !element.attribute("key").isEmpty()) {
                  entries.put(element.attribute("key"), element.text().strip());
                }
              });
    } catch (XmlReader.XmlProblem notRead) {
      // Whoever reads the file for what else it says tells of it.
    }
    return entries;
  }

  public void read(Collection<ResourceFile> files) {
    for (CodeClass type : code.classes()) {
      String module = modules.of(type);
      if (modules.isModule(module)) {
        types.read(type, module);
        leaks.read(type, module);
        banned.read(type, module);
      }
      annotations.read(type, entities.moduleOf(type, module));
      texts.read(type, module, JavaMigrations.isMigration(type, code));
    }
    files.forEach(resources::read);
  }
}
