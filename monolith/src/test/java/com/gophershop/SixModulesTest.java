package com.gophershop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The shop with all its modules, and whom each may use. */
class SixModulesTest {

  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "catalog", Set.of(),
          "customer", Set.of(),
          "tracking", Set.of(),
          "order", Set.of("catalog", "customer", "tracking"),
          "billing", Set.of("order", "customer"),
          "delivery", Set.of("order", "tracking"));

  @Test
  void thereAreSixModulesAndEachSaysWhatItMayUse() {
    Map<String, Set<String>> declared =
        ApplicationModules.of(GopherShop.class).stream()
            .collect(
                Collectors.toMap(
                    module -> module.getIdentifier().toString(),
                    module -> Set.of(declaration(module).allowedDependencies())));

    assertThat(declared).isEqualTo(MAY_USE);
  }

  private static org.springframework.modulith.ApplicationModule declaration(
      ApplicationModule module) {
    String name = module.getBasePackage().getName() + ".package-info";
    try {
      var declared =
          Class.forName(name).getAnnotation(org.springframework.modulith.ApplicationModule.class);
      if (declared == null) {
        throw new AssertionError("This does not say what its module may use: " + name);
      }
      return declared;
    } catch (ClassNotFoundException e) {
      throw new AssertionError("The module has no package-info: " + name, e);
    }
  }
}
