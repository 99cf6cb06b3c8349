package com.gotracker;

import com.gopher.ownership.DataOwnership;
import org.junit.jupiter.api.Test;

class DataOwnershipTest {
  @Test
  void noModuleTouchesAnothersData() {
    DataOwnership.of(GoTracker.class).inspect().assertClean();
  }
}
