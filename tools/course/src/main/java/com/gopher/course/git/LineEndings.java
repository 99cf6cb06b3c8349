package com.gopher.course.git;

import java.io.ByteArrayOutputStream;

/**
 * Text is stored with line feeds, whatever an editor wrote: as {@code text=auto} does it, so that a
 * change of line endings is no change.
 */
final class LineEndings {

  private static final int LOOKED_AT = 8000;

  private LineEndings() {}

  static byte[] asStored(String path, byte[] content) {
    if (path.endsWith(".cmd") || isBinary(content)) {
      return content;
    }
    var text = new ByteArrayOutputStream(content.length);
    for (int i = 0; i < content.length; i++) {
      boolean beforeLineFeed = i + 1 < content.length && content[i + 1] == '\n';
      if (content[i] != '\r' || !beforeLineFeed) {
        text.write(content[i]);
      }
    }
    return text.size() == content.length ? content : text.toByteArray();
  }

  private static boolean isBinary(byte[] content) {
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
