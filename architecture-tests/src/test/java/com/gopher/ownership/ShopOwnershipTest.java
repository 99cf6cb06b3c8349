package com.gopher.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.GopherShop;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The shop obeys its own rules. */
class ShopOwnershipTest {

  @Test
  void noModuleOfTheShopTouchesAnothersData() {
    Report report = DataOwnership.of(GopherShop.class).inspect();

    System.out.println(report.summary().line());
    report.assertClean();
    assertThat(report.summary().tables()).isPositive();
    assertThat(report.summary().sqlTexts()).isPositive();
  }

  @Test
  void theModulesAreThoseThatModulithSees() {
    Report report = ModulithOwnership.of(ApplicationModules.of(GopherShop.class)).inspect();

    assertThat(report.modules()).isEqualTo(DataOwnership.of(GopherShop.class).inspect().modules());
    report.assertClean();
  }
}
