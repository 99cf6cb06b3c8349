package com.gophershop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.gophershop.OnFreshDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.modulith.test.Scenario;

/** The catalog needs no other module, and is asked: it publishes nothing. */
@ApplicationModuleTest
@OnFreshDatabase
class CatalogModuleTest {

  private final Catalog catalog;

  CatalogModuleTest(Catalog catalog) {
    this.catalog = catalog;
  }

  @Test
  void itAnswersForItsProductsAndTellsNobody(Scenario scenario, AssertablePublishedEvents events) {
    scenario
        .stimulate(transaction -> catalog.findAll(List.of("GS-1001", "GS-0000")))
        .andWaitForStateChange(() -> catalog.find("GS-1001"))
        .andVerify(
            (product, found) -> {
              assertThat(product).isPresent();
              assertThat(found).containsOnlyKeys("GS-1001");
            });

    assertThat(events.ofType(Record.class)).isEmpty();
  }
}
