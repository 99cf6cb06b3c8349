package com.gopher.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import com.gopher.ownership.report.Report;
import com.gophershop.GopherShop;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The two ways to name an application, tried on the shop, whose own tests use the first. */
class ModulithOwnershipTest {

  private final Report report = DataOwnership.of(GopherShop.class).inspect();

  @Test
  void theModulesAreThoseThatModulithSees() {
    Report modulith = ModulithOwnership.of(ApplicationModules.of(GopherShop.class)).inspect();

    assertThat(modulith.modules()).isEqualTo(report.modules());
    modulith.assertClean();
  }

  @Test
  void aCleanReportOfTheShopIsNotAnEmptyOne() {
    assertThat(report.summary().tables()).isGreaterThan(5);
    assertThat(report.summary().sqlTexts()).isGreaterThan(20);
  }
}
