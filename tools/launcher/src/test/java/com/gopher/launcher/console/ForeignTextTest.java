package com.gopher.launcher.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ForeignTextTest {

  @Test
  void nothingInALineCanCommandTheTerminalOrTurnTheTextAround() {
    assertThat(ForeignText.line("a\u001b[31m\r\nb\u202Ec\u009b"))
        .isEqualTo("a\\u001B[31m\\u000D\\u000Ab\\u202Ec\\u009B");
  }

  @Test
  void linesStayLinesAndAReturnInThemIsWrittenOut() {
    assertThat(ForeignText.lines("a\n\tb\r\nc\rd")).isEqualTo("a\n\tb\nc\\u000Dd");
  }

  @Test
  void namesInOtherScriptsStay() {
    assertThat(ForeignText.line("Übersicht/順序.java 🐿")).isEqualTo("Übersicht/順序.java 🐿");
  }

  @Test
  void aLongLineIsCutOffAndSaysSo() {
    assertThat(ForeignText.line("x".repeat(30), 10)).isEqualTo("xxxxxxxxxx...");
  }

  @Test
  void jsonThatWentThroughSaysTheSame() {
    String text = "a\\\u202e\u001b\udb40\udc01\u0085";
    String json = JsonMapper.shared().writeValueAsString(text);

    String shown = ForeignText.lines(json);

    assertThat(shown).isASCII();
    assertThat(JsonMapper.shared().readValue(shown, String.class)).isEqualTo(text);
  }
}
