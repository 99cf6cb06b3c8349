package com.gopher.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.database.OwnsSchema;
import com.gophershop.GopherShop;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "catalog", Set.of(),
          "customer", Set.of(),
          "tracking", Set.of(),
          "order", Set.of("catalog", "customer", "tracking"),
          "billing", Set.of("order", "customer"),
          "delivery", Set.of("order", "tracking"));

  private final ApplicationModules modules = ApplicationModules.of(GopherShop.class);

  @Test
  void noModuleUsesMoreThanItsAllowListAndThereAreNoCycles() {
    modules.verify();
  }

  @Test
  void thereAreSixModulesAndEachSaysWhatItMayUse() {
    Map<String, Set<String>> declared =
        modules.stream()
            .collect(
                Collectors.toMap(
                    module -> module.getIdentifier().toString(),
                    module ->
                        Set.of(
                            packageInfo(module)
                                .getAnnotation(ApplicationModule.class)
                                .allowedDependencies())));

    assertThat(declared).isEqualTo(MAY_USE);
  }

  @Test
  void eachModuleOwnsASchemaOfItsOwn() {
    Set<String> schemas =
        modules.stream()
            .map(module -> packageInfo(module).getAnnotation(OwnsSchema.class).value())
            .collect(Collectors.toSet());

    assertThat(schemas).hasSize(MAY_USE.size());
  }

  private static Class<?> packageInfo(org.springframework.modulith.core.ApplicationModule module) {
    try {
      return Class.forName(module.getBasePackage().getName() + ".package-info");
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The module has no package-info: " + module.getBasePackage(), e);
    }
  }
}
