package com.gopher.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A position in a list, opaque to clients so that its meaning may change. */
final class Cursor {

  private static final String PREFIX = "p:";

  private Cursor() {}

  static String to(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((PREFIX + position).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws UnreadableCursorException if this was never a cursor of ours
   */
  static String positionOf(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(PREFIX) && text.chars().noneMatch(Character::isISOControl)) {
        return text.substring(PREFIX.length());
      }
    } catch (IllegalArgumentException notBase64) {
      throw new UnreadableCursorException(notBase64);
    }
    throw new UnreadableCursorException(null);
  }
}
