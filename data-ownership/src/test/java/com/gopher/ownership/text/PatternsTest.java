package com.gopher.ownership.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatternsTest {

  private static final Text NOTHING = Text.of("");

  @Test
  void whatMatchesIsReplacedWithItsGroups() {
    assertThat(replaced("([A-Z])", "lensOrder", "_$1")).isEqualTo(Text.of("lens_Order"));
  }

  /** With its control: Java itself does not stand it. */
  @Test
  void aTextThatTheExpressionWouldDescendIntoForEachOfItsSignsIsGivenUp() {
    String text = "ab".repeat(30_000);

    assertThatThrownBy(() -> Pattern.compile("(a|b)*c").matcher(text).find())
        .isInstanceOf(StackOverflowError.class);
    assertThat(replaced("(a|b)*c", text, "")).isNull();
  }

  private static Text replaced(String regex, String text, String by) {
    Patterns patterns = Patterns.of(regex, true);
    assertThat(patterns).isNotNull();
    return patterns.replace(Text.of(text), by.isEmpty() ? NOTHING : Text.of(by));
  }
}
