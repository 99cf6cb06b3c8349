package com.gopher.cli.deadletters;

import com.gopher.launcher.console.ForeignText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Makes something readable of bytes that nobody has vetted: what is shown on a terminal must not be
 * able to give it orders, or to look like something else.
 */
public final class Readable {

  private static final int BYTES_A_LINE = 16;
  private static final String TEXT_CONTROLS = "\n\r\t";

  private Readable() {}

  /** Returns the bytes as text, if they are text: UTF-8 without control characters. */
  public static Optional<String> text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.codePoints()
              .allMatch(it -> ForeignText.isVisible(it) || TEXT_CONTROLS.indexOf(it) >= 0)
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** Returns lines of an offset, sixteen bytes in hexadecimal, and the same as ASCII. */
  public static String hexDump(byte[] bytes, int limit) {
    var dump = new StringBuilder();
    int end = Math.min(bytes.length, limit);
    for (int start = 0; start < end; start += BYTES_A_LINE) {
      var hex = new StringBuilder();
      var ascii = new StringBuilder();
      for (int i = start; i < Math.min(start + BYTES_A_LINE, end); i++) {
        hex.append(String.format("%02x ", bytes[i]));
        ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      }
      dump.append(String.format("%08x  %-48s |%s|%n", start, hex, ascii));
    }
    return dump.toString().stripTrailing();
  }
}
