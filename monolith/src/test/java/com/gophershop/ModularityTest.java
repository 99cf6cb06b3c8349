package com.gophershop;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the shop use no more than their package-info allows. */
class ModularityTest {

  @Test
  void noModuleUsesMoreThanItsAllowListAndThereAreNoCycles() {
    ApplicationModules.of(GopherShop.class).verify();
  }
}
