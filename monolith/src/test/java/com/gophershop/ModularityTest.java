package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.database.OwnsSchema;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the shop are what their package-info says, and use no more than it allows. */
class ModularityTest {

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "catalog", Set.of(),
          "customer", Set.of(),
          "tracking", Set.of(),
          "order", Set.of("catalog", "customer", "tracking"),
          "billing", Set.of("order", "customer"),
          "delivery", Set.of("order", "tracking"));

  private static final ApplicationModules MODULES = ApplicationModules.of(GopherShop.class);

  @Test
  void noModuleUsesMoreThanItsAllowListAndThereAreNoCycles() {
    MODULES.verify();
  }

  @Test
  void thereAreSixModulesAndEachSaysWhatItMayUse() {
    Map<String, Set<String>> declared =
        MODULES.stream()
            .collect(
                Collectors.toMap(
                    module -> module.getIdentifier().toString(),
                    module -> Set.of(declaration(module).allowedDependencies())));

    assertThat(declared).isEqualTo(MAY_USE);
  }

  @Test
  void noTwoModulesOwnTheSameSchema() {
    Set<String> schemas =
        MODULES.stream()
            .map(module -> packageInfo(module).getAnnotation(OwnsSchema.class).value())
            .collect(Collectors.toSet());

    assertThat(schemas).hasSize(MAY_USE.size());
  }

  private static org.springframework.modulith.ApplicationModule declaration(
      ApplicationModule module) {
    return packageInfo(module).getAnnotation(org.springframework.modulith.ApplicationModule.class);
  }

  private static Class<?> packageInfo(ApplicationModule module) {
    try {
      return Class.forName(module.getBasePackage().getName() + ".package-info");
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The module has no package-info: " + module.getBasePackage(), e);
    }
  }
}
