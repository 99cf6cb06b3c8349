package com.gopher.advise;

import com.gopher.advise.evidence.Evidence;
import com.gopher.advise.module.ModuleMap;
import com.gopher.advise.module.SourceTree;
import com.gopher.ownership.DataOwnership;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.structure.ModuleSize;
import com.gopher.ownership.structure.Structure;
import java.util.Map;
import java.util.TreeMap;

/**
 * The modules of the project, and what the compiled classes say about them.
 *
 * @param structure unknown without compiled classes: what only sources suggest is no evidence
 */
record Modules(ModuleMap map, Evidence<Structure> structure) {

  /** Below this share of the sources, packages are not what the project is made of. */
  private static final double MOST = 0.5;

  static Modules of(Question question, SourceTree sources) {
    if (!sources.isCompiled()) {
      return new Modules(foldersFor(question, sources), Evidence.unknown(notCompiled(sources)));
    }
    return switch (question.modulesFrom()) {
      case PACKAGE -> ofPackages(question, sources);
      case MAVEN, GRADLE -> ofBuilds(question, sources);
      case AUTO -> {
        Modules packages = ofPackages(question, sources);
        boolean enough =
            packages.structure().found().isPresent() && packages.map().coverage(sources) >= MOST;
        ModuleMap builds = ModuleMap.ofBuilds(sources);
        yield enough || builds.names().size() < 2 ? packages : ofBuilds(question, sources);
      }
    };
  }

  private static ModuleMap foldersFor(Question question, SourceTree sources) {
    return switch (question.modulesFrom()) {
      case MAVEN, GRADLE -> ModuleMap.ofBuilds(sources);
      case AUTO, PACKAGE -> ModuleMap.ofFolders(sources);
    };
  }

  private static String notCompiled(SourceTree sources) {
    return "There are no compiled classes, and sources alone are not counted; "
        + sources
            .buildCommand()
            .map(command -> "build them: " + command)
            .orElse("compile the project with its build")
        + ".";
  }

  private static Modules ofPackages(Question question, SourceTree sources) {
    DataOwnership inspection =
        DataOwnership.of(question.project()).basePackage(question.basePackage());
    try {
      Structure structure = inspection.structure();
      Map<String, String> packages = new TreeMap<>();
      for (ModuleSize module : structure.modules()) {
        packages.put(module.name(), module.packageName());
      }
      return new Modules(ModuleMap.ofPackages(packages), Evidence.known(structure));
    } catch (CannotInspect e) {
      return new Modules(ModuleMap.ofFolders(sources), Evidence.unknown(e.getMessage()));
    }
  }

  private static Modules ofBuilds(Question question, SourceTree sources) {
    ModuleMap map = ModuleMap.ofBuilds(sources);
    boolean gradle =
        switch (question.modulesFrom()) {
          case GRADLE -> true;
          case MAVEN -> false;
          case AUTO, PACKAGE -> sources.isCompiledByGradle();
        };
    DataOwnership inspection =
        DataOwnership.of(question.project())
            .modulesFrom(
                gradle
                    ? com.gopher.ownership.ModulesFrom.GRADLE
                    : com.gopher.ownership.ModulesFrom.MAVEN);
    try {
      return new Modules(map, Evidence.known(inspection.structure()));
    } catch (CannotInspect e) {
      return new Modules(map, Evidence.unknown(e.getMessage()));
    }
  }
}
