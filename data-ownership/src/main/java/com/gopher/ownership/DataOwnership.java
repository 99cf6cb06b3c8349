package com.gopher.ownership;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.CannotInspect;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.locate.Application;
import com.gopher.ownership.locate.Limits;
import com.gopher.ownership.locate.Locator;
import com.gopher.ownership.locate.ResourceFile;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.ModuleDetector;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.OwnershipFile;
import com.gopher.ownership.report.Report;
import com.gopher.ownership.structure.Structure;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Inspects an application: where does a module touch another module's tables? Nothing of the
 * application is loaded or started.
 *
 * <pre>
 * DataOwnership.of(Shop.class).inspect().assertClean();
 * </pre>
 */
@PublicApi
public final class DataOwnership {

  private final List<Path> paths;
  private final List<Module> modules = new ArrayList<>();
  private final Set<Rule> rules = EnumSet.allOf(Rule.class);
  private String basePackage = "";
  private ModulesFrom modulesFrom = ModulesFrom.PACKAGE;
  private boolean tests;
  private @Nullable Path ownershipFile;
  private Limits limits = Limits.standard();

  private DataOwnership(Collection<Path> paths) {
    this.paths = List.copyOf(paths);
  }

  /** Inspects jars, directories of classes or built projects, taken together as one application. */
  public static DataOwnership of(Path... paths) {
    return new DataOwnership(List.of(paths));
  }

  /** Inspects the jar or directory that a class of the application comes from. */
  public static DataOwnership of(Class<?> anyClass) {
    try {
      return of(Path.of(anyClass.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new CannotInspect(
          anyClass + " comes from no file; name the path of its classes instead.", e);
    }
  }

  /** Names the package whose direct sub-packages are the modules. */
  public DataOwnership basePackage(String name) {
    basePackage = name;
    return this;
  }

  /**
   * Says what the modules are: packages, if nothing else is said, or the modules of the build that
   * compiled the application.
   */
  public DataOwnership modulesFrom(ModulesFrom what) {
    modulesFrom = what;
    return this;
  }

  /** Reads test classes and test resources of a project, too. */
  public DataOwnership withTests() {
    tests = true;
    return this;
  }

  /** Reads the ownership file from here and not from the application's resources. */
  public DataOwnership ownershipFile(Path file) {
    ownershipFile = file;
    return this;
  }

  /** Leaves a rule out. */
  public DataOwnership without(Rule rule) {
    rules.remove(rule);
    return this;
  }

  /** Bounds what archives may cost. */
  public DataOwnership limits(Limits newLimits) {
    limits = newLimits;
    return this;
  }

  /** Names a module; once one is named, none is looked for. A module may have several packages. */
  public DataOwnership module(String name, String packageName) {
    modules.add(new Module(name, packageName));
    return this;
  }

  DataOwnership modules(Collection<Module> known) {
    modules.addAll(known);
    return this;
  }

  /**
   * Runs the inspection.
   *
   * @throws CannotInspect if there are no classes, no modules or no owners: a scope that is empty
   *     proves nothing
   */
  public Report inspect() {
    return inspection().run();
  }

  /**
   * Says what was read in a class, how each name in it was resolved, and why it is a finding or
   * not.
   *
   * @param className the name with its package, or without where only one class is called so
   * @throws CannotInspect if there is no such class
   */
  public String explain(String className) {
    return inspection().explain(className);
  }

  /**
   * Counts what belongs to each module, and collects where modules need one another.
   *
   * @throws CannotInspect if there are no classes or no modules
   */
  public Structure structure() {
    return inspection().structure();
  }

  /**
   * Writes a start for {@code data-ownership.yml} from what is known, with the evidence beside each
   * line; it needs no owners to be known.
   *
   * @return the file's text
   */
  public String suggest() {
    return inspection().suggest();
  }

  private Inspection inspection() {
    Application application = new Locator(limits, tests).locate(paths);
    OwnershipFile file = readOwnershipFile(application);
    return modulesFrom == ModulesFrom.PACKAGE
        ? new Inspection(application, file, code -> ofPackages(application, code, file), rules)
        : new Inspection(application.withRepeated(), file, code -> ofBuilds(application), rules);
  }

  private Modules ofPackages(Application application, Codebase code, OwnershipFile file) {
    if (!modules.isEmpty()) {
      return new Modules(modules);
    }
    try {
      return new ModuleDetector(code)
          .detect(basePackage.isBlank() ? file.basePackage() : basePackage);
    } catch (CannotInspect e) {
      if (BuildModules.countIn(application) < 2) {
        throw e;
      }
      throw new CannotInspect(
          e.getMessage() + " If the modules of the build are the modules: --modules-from.", e);
    }
  }

  private Modules ofBuilds(Application application) {
    if (!modules.isEmpty() || !basePackage.isBlank()) {
      throw new CannotInspect(
          "A package was named, and also that the modules come from "
              + modulesFrom.name().toLowerCase(Locale.ROOT)
              + "; nothing was inspected. Leave one of them out: --base-package or --modules-from.");
    }
    return new BuildModules(application, modulesFrom).find();
  }

  private OwnershipFile readOwnershipFile(Application application) {
    if (ownershipFile != null) {
      try {
        return OwnershipFile.parse(ownershipFile.toString(), Files.readString(ownershipFile));
      } catch (IOException e) {
        throw new CannotInspect(
            "The ownership file "
                + ownershipFile
                + " cannot be read; name one that exists: --ownership FILE.",
            e);
      }
    }
    return application.resources().stream()
        .filter(
            resource ->
                resource.path().equals(OwnershipFile.NAME)
                    || resource.path().equals("META-INF/" + OwnershipFile.NAME))
        .findFirst()
        .map((ResourceFile resource) -> OwnershipFile.parse(resource.path(), resource.text()))
        .orElse(OwnershipFile.none());
  }
}
