package com.gopher.ownership;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.owner.Module;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.modulith.core.ApplicationModules;

/**
 * For those who have {@link ApplicationModules} already: its modules are taken as they are. Needs
 * spring-modulith-core.
 */
@PublicApi
public final class ModulithOwnership {

  private ModulithOwnership() {}

  /** An inspection of the application that these modules describe. */
  public static DataOwnership of(ApplicationModules modules) {
    Set<Path> roots = new LinkedHashSet<>();
    modules.stream()
        .flatMap(module -> module.getBasePackage().stream())
        .forEach(
            type ->
                type.getSource()
                    .ifPresent(
                        source -> roots.add(DataOwnershipRules.root(type, source.getUri()))));
    List<Module> known =
        modules.stream()
            .map(
                module ->
                    new Module(
                        module.getIdentifier().toString(), module.getBasePackage().getName()))
            .toList();
    return DataOwnership.of(roots.toArray(Path[]::new)).modules(known);
  }
}
