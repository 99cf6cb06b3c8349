package com.gophershop;

import com.gopher.ownership.DataOwnership;
import org.junit.jupiter.api.Test;

class DataOwnershipTest {
  @Test
  void noModuleTouchesAnothersData() {
    DataOwnership.of(GopherShop.class).inspect().assertClean();
  }
}
