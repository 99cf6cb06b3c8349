package com.gopher.ownership.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gopher.ownership.finding.CannotInspect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the file twice is refused: the second would win without a word. */
class OwnershipFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "modules:\n  order: [orders]\n  order: [billing]\n",
        "modules:\n  order: [orders]\nmodules:\n  billing: [billing]\n",
        "modules:\n  order:\n    tables: [a.b]\n    tables: [a.c]\n",
      })
  void aKeyTwiceIsRefused(String text) {
    assertThatThrownBy(() -> OwnershipFile.parse("data-ownership.yml", text))
        .isInstanceOf(CannotInspect.class)
        .hasMessageContaining("data-ownership.yml")
        .hasMessageContaining("duplicate key");
  }

  @Test
  void differentKeysAreRead() {
    OwnershipFile file =
        OwnershipFile.parse(
            "data-ownership.yml", "modules:\n  order: [orders]\n  billing: [billing]\n");

    assertThat(file.modules().get("order").schemas()).isEqualTo(List.of("orders"));
    assertThat(file.modules().get("billing").schemas()).isEqualTo(List.of("billing"));
  }
}
