package com.gopher.ownership;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.judge.Explanation;
import com.gopher.ownership.judge.Judge;
import com.gopher.ownership.judge.Trace;
import com.gopher.ownership.locate.Application;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.owner.Entities;
import com.gopher.ownership.owner.Layers;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import com.gopher.ownership.owner.OwnersFinder;
import com.gopher.ownership.owner.OwnershipFile;
import com.gopher.ownership.owner.StoredTypes;
import com.gopher.ownership.read.JavaMigrations;
import com.gopher.ownership.read.Placeholders;
import com.gopher.ownership.read.Readers;
import com.gopher.ownership.report.Report;
import com.gopher.ownership.report.Scope;
import com.gopher.ownership.report.Summary;
import com.gopher.ownership.sql.SqlReader;
import com.gopher.ownership.structure.Structure;
import com.gopher.ownership.structure.StructureReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The stages in their order: classes, modules, owners, mentions, findings. */
final class Inspection {

  private final Application application;
  private final OwnershipFile file;
  private final Function<Codebase, Modules> moduleFinder;
  private final Set<Rule> rules;
  private final Placeholders placeholders;
  private final SqlReader sql = new SqlReader();

  Inspection(
      Application application,
      OwnershipFile file,
      Function<Codebase, Modules> moduleFinder,
      Set<Rule> rules) {
    this.application = application;
    this.file = file;
    this.moduleFinder = moduleFinder;
    this.rules = rules;
    this.placeholders = new Placeholders(application.resources());
  }

  Report run() {
    Judge.Knowledge known = know();
    Owners owners = known.owners();
    if (owners.isEmpty() && !OwnersFinder.seesTables(application.resources(), sql)) {
      throw new CannotInspect(
          "No owner of any table was found in "
              + known.code().classes().size()
              + " classes and "
              + application.resources().size()
              + " resources of the modules "
              + known.modules().all().stream().map(Module::name).toList()
              + " (no "
              + OwnershipFile.NAME
              + ", annotation, script that creates tables, or entity); let a start be written from the"
              + " texts that name tables, correct it and name it: --suggest "
              + OwnershipFile.NAME
              + ", then --ownership "
              + OwnershipFile.NAME
              + ".");
    }
    Judge judge = judge(known, Trace.NONE);
    Codebase code = known.code();
    List<Module> modules = known.modules().all();
    Summary summary =
        new Summary(
            modules.size(),
            owners.tableCount(),
            code.classes().size(),
            judge.sqlTextCount(),
            judge.notUnderstoodCount() + code.unreadable().size());
    return new Report(summary, scope(known), List.copyOf(judge.findings()), judge.accepted());
  }

  private Scope scope(Judge.Knowledge known) {
    Map<String, Integer> tables = new TreeMap<>();
    for (Module each : known.modules().all()) {
      tables.put(each.name(), known.owners().tablesOf(each.name()).size());
    }
    return new Scope(
        known.modules().base(),
        tables,
        Layers.among(tables.keySet()),
        known.owners().frameworkTables());
  }

  /** A start for the ownership file; also where nobody owns anything yet. */
  String suggest() {
    Judge.Knowledge known = know();
    return judge(known, Trace.NONE).suggestion().text();
  }

  /** How large the modules are and where they need one another; also where nobody owns anything. */
  Structure structure() {
    Judge.Knowledge known = know();
    Judge judge = judge(known, Trace.NONE);
    return new StructureReader(known.code(), known.modules(), known.owners())
        .read(judge.sqlTextsByModule(), judge.findings());
  }

  /** What was read in a class and why it is a finding or not; also where nobody owns anything. */
  String explain(String className) {
    Judge.Knowledge known = know();
    CodeClass type = find(className, known.code());
    Explanation explanation = new Explanation(type.javaName());
    judge(known, explanation);
    return explanation.text(known.modules().of(type));
  }

  private static CodeClass find(String className, Codebase code) {
    CodeClass exact = code.find(className.replace('.', '/'));
    if (exact != null) {
      return exact;
    }
    List<CodeClass> alike =
        code.classes().stream().filter(type -> type.simpleName().equals(className)).toList();
    if (alike.size() == 1) {
      return alike.get(0);
    }
    throw new CannotInspect(
        alike.isEmpty()
            ? "There is no class " + className + "; name one with its package: --explain CLASS."
            : className
                + " may be any of "
                + alike.stream().map(CodeClass::javaName).toList()
                + "; name one of them: --explain CLASS.");
  }

  private Judge.Knowledge know() {
    Codebase code = Codebase.read(application.classes());
    Modules found = moduleFinder.apply(code);
    Entities mapped = Entities.find(code, found, application.resources());
    List<ResourceFile> scripts =
        application.resources().stream()
            .map(
                resource ->
                    resource.hasExtension("sql")
                        ? new ResourceFile(resource.path(), placeholders.resolve(resource.text()))
                        : resource)
            .toList();
    Modules modules =
        found.withCentral(OwnersFinder.centralFolders(found, scripts, code, mapped, sql));
    Owners owners =
        new OwnersFinder(modules, sql)
            .find(file, code, scripts, JavaMigrations.texts(code, modules), mapped);
    Entities entities = mapped.withOwners(code, modules, owners);
    StoredTypes stored = new StoredTypes(code, modules, entities, owners);
    return new Judge.Knowledge(code, modules, owners, entities, stored, application.sources());
  }

  private Judge judge(Judge.Knowledge known, Trace trace) {
    Judge judge = new Judge(known, sql, rules, trace);
    new Readers(
            known.code(),
            known.modules(),
            known.entities(),
            known.stored(),
            module -> known.owners().tableCount() == 0 || known.owners().ownsData(module),
            application.resources(),
            placeholders,
            judge::judge)
        .read(application.resources());
    return judge;
  }
}
