package com.gopher.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableTest {

  @Test
  void textIsTextOnlyIfAllOfItCanBeSeen() {
    assertThat(Readable.text("{\n\t\"title\": \"Der Erdhörnchenbau\"\n}".getBytes(UTF_8)))
        .isPresent();
    assertThat(Readable.text(new byte[] {'a', 0})).isEmpty();
    assertThat(Readable.text(new byte[] {(byte) 0xff, 'a'})).isEmpty();
    assertThat(Readable.text("\u001b[2J".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void bytesAreShownSixteenALineUpToALimit() {
    byte[] bytes = new byte[40];
    bytes[0] = 'G';
    bytes[17] = (byte) 0xab;

    assertThat(Readable.hexDump(bytes, 32).lines())
        .containsExactly(
            "00000000  47 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  |G...............|",
            "00000010  00 ab 00 00 00 00 00 00 00 00 00 00 00 00 00 00  |................|");
  }
}
