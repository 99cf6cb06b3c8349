package com.gopher.advise.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001b[2J", "a\nb", "a\rb", "\u009b31m", "\u202egnp.exe", "\u2028", "\u0007"})
  void whatMovesTheCursorOrTurnsTheTextIsWrittenOut(String text) {
    assertThat(Shareable.line(text))
        .contains("\\u")
        .doesNotContainPattern("[\\p{Cntrl}\\u202e\\u2028\\u009b]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@acme.example", "users/ada@acme.example/Order.java", "Ada <ada@localhost>"})
  void noAddressIsShown(String text) {
    assertThat(Shareable.line(text)).contains("(address)").doesNotContain("@");
  }

  @Test
  void namesInOtherScriptsStay() {
    assertThat(Shareable.line("Übersicht/順序.java")).isEqualTo("Übersicht/順序.java");
  }

  @Test
  void aVeryLongTextIsCut() {
    assertThat(Shareable.line("x".repeat(10_000))).hasSize(303).endsWith("...");
  }
}
