package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.judge.Judge;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import java.util.Collection;

/** Runs every reader over every class and resource. */
public final class Readers {

  private final Codebase code;
  private final Modules modules;
  private final TypeReader types;
  private final LeakReader leaks;
  private final AnnotationReader annotations;
  private final BannedReader banned;
  private final TextReader texts;
  private final ResourceReader resources;

  public Readers(
      Codebase code,
      Modules modules,
      Owners owners,
      Entities entities,
      Collection<ResourceFile> files,
      Placeholders placeholders,
      Judge judge) {
    Credentials credentials = new Credentials(modules, owners);
    Scripts scripts = new Scripts(files, modules, judge);
    DataTypes stored = new DataTypes(code, modules, entities);
    this.code = code;
    this.modules = modules;
    this.types = new TypeReader(stored, judge);
    this.leaks = new LeakReader(code, modules, entities, stored, judge);
    this.annotations = new AnnotationReader(code, modules, credentials, scripts, judge);
    this.banned = new BannedReader(judge);
    this.texts = new TextReader(code, modules, credentials, new Callers(code), scripts, judge);
    this.resources = new ResourceReader(modules, entities, placeholders, credentials, judge);
  }

  public void read(Collection<ResourceFile> files) {
    for (CodeClass type : code.classes()) {
      String module = modules.of(type);
      if (modules.isModule(module)) {
        types.read(type, module);
        leaks.read(type, module);
        banned.read(type, module);
      }
      annotations.read(type, module);
      texts.read(type, module, JavaMigrations.isMigration(type, code));
    }
    files.forEach(resources::read);
  }
}
