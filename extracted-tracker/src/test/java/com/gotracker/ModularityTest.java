package com.gotracker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The tracker is one service and not a modulith. Its packages stand for modules here: shipping
 * decides about parcels, messaging carries what it hears and says.
 */
class ModularityTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(GoTracker.class);

  @Test
  void noPackageReachesIntoTheInsideOfAnotherAndThereAreNoCycles() {
    MODULES.verify();
  }

  @Test
  void shippingKnowsNothingOfHowItsOrdersArrive() {
    ApplicationModule shipping = MODULES.getModuleByName("shipping").orElseThrow();

    assertThat(shipping.getDirectDependencies(MODULES).isEmpty()).isTrue();
  }
}
