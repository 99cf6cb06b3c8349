package com.gopher.ownership;

import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.judge.Judge;
import com.gopher.ownership.judge.Trace;
import com.gopher.ownership.locate.Application;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.ModuleDetector;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.owner.OwnersFinder;
import com.gopher.ownership.owner.OwnershipFile;
import com.gopher.ownership.owner.StoredTypes;
import com.gopher.ownership.read.JavaMigrations;
import com.gopher.ownership.read.Placeholders;
import com.gopher.ownership.read.Readers;
import com.gopher.ownership.report.Report;
import com.gopher.ownership.report.Summary;
import com.gopher.ownership.sql.SqlReader;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The stages in their order: classes, modules, owners, mentions, findings. */
final class Inspection {

  private final Application application;
  private final OwnershipFile file;
  private final String basePackage;
  private final Collection<Module> given;
  private final Set<Rule> rules;

  /**
   * @param given the modules, if somebody else has found them; otherwise empty
   */
  Inspection(
      Application application,
      OwnershipFile file,
      String basePackage,
      Collection<Module> given,
      Set<Rule> rules) {
    this.application = application;
    this.file = file;
    this.basePackage = basePackage.isBlank() ? file.basePackage() : basePackage;
    this.given = given;
    this.rules = rules;
  }

  Report run() {
    Codebase code = Codebase.read(application.classes());
    Modules modules =
        given.isEmpty() ? new ModuleDetector(code).detect(basePackage) : new Modules(given);
    List<ResourceFile> resources = application.resources();
    Placeholders placeholders = new Placeholders(resources);
    SqlReader sql = new SqlReader();
    Entities entities = Entities.find(code, modules, resources);
    List<ResourceFile> scripts =
        resources.stream()
            .map(
                resource ->
                    resource.hasExtension("sql")
                        ? new ResourceFile(resource.path(), placeholders.resolve(resource.text()))
                        : resource)
            .toList();
    Owners owners =
        new OwnersFinder(modules, sql)
            .find(file, code, scripts, JavaMigrations.texts(code, modules), entities);
    if (owners.isEmpty()) {
      throw new CannotInspect(
          "No owner of any table was found (no "
              + OwnershipFile.NAME
              + ", annotation, migration or entity); declare owners in "
              + OwnershipFile.NAME
              + " and name it: --ownership FILE.");
    }
    StoredTypes stored = new StoredTypes(code, modules, entities);
    Judge judge =
        new Judge(
            new Judge.Knowledge(code, modules, owners, entities, stored), sql, rules, Trace.NONE);
    new Readers(code, modules, entities, stored, resources, placeholders, judge::judge)
        .read(resources);
    Summary summary =
        new Summary(
            modules.all().size(),
            owners.tableCount(),
            code.classes().size(),
            judge.sqlTextCount(),
            judge.notUnderstoodCount() + code.unreadable().size());
    return new Report(
        summary,
        List.copyOf(judge.findings()),
        judge.accepted(),
        modules.all().stream().map(Module::name).collect(Collectors.toSet()));
  }
}
