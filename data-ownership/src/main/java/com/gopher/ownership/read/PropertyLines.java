package com.gopher.ownership.read;

/** A file of properties: keys, values, and the line of each. */
final class PropertyLines {

  private PropertyLines() {}

  static void forEach(String text, YamlLines.Sink sink) {
    int line = 0;
    for (String raw : text.replace("\\\n", "  ").split("\n", -1)) {
      line++;
      String stripped = raw.strip();
      int split = stripped.indexOf('=');
      if (split > 0 && !stripped.startsWith("#") && !stripped.startsWith("!")) {
        sink.accept(
            stripped.substring(0, split).strip(), stripped.substring(split + 1).strip(), line);
      }
    }
  }
}
