package com.gopher.ownership.structure;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.Finding;
import com.gopher.ownership.owner.Module;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.Owners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Counts what belongs to each module, and collects where modules meet. */
public final class StructureReader {

  private final Codebase code;
  private final Modules modules;
  private final Owners owners;

  public StructureReader(Codebase code, Modules modules, Owners owners) {
    this.code = code;
    this.modules = modules;
    this.owners = owners;
  }

  /**
   * Reads all modules.
   *
   * @param sqlTexts by module, how many distinct texts were seen in it
   */
  public Structure read(Map<String, Integer> sqlTexts, Collection<Finding> findings) {
    var links = new LinkReader(code, modules);
    var routes = new RouteReader(modules);
    List<Link> found = new ArrayList<>();
    List<Route> answered = new ArrayList<>();
    for (CodeClass type : code.classes()) {
      if (modules.isModule(modules.of(type))) {
        found.addAll(links.read(type));
      }
      answered.addAll(routes.read(type));
    }
    return new Structure(
        sizes(sqlTexts),
        found,
        answered,
        findings.stream().sorted(Finding.ORDER).toList(),
        code.classes().size(),
        code.unreadable());
  }

  private List<ModuleSize> sizes(Map<String, Integer> sqlTexts) {
    List<ModuleSize> sizes = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Module module : modules.all()) {
      if (named.add(module.name())) {
        sizes.add(sizeOf(module, sqlTexts.getOrDefault(module.name(), 0)));
      }
    }
    return sizes;
  }

  private ModuleSize sizeOf(Module module, int sqlTexts) {
    List<CodeClass> types =
        code.classes().stream()
            .filter(type -> !type.name().contains("$") && !type.isPackageInfo())
            .filter(type -> modules.of(type).equals(module.name()))
            .toList();
    long publicTypes =
        types.stream().filter(type -> (type.node().access & Opcodes.ACC_PUBLIC) != 0).count();
    return new ModuleSize(
        module.name(),
        module.packageName(),
        types.size(),
        (int) publicTypes,
        owners.tablesOf(module.name()),
        sqlTexts);
  }
}
