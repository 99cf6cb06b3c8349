package com.gopher.ownership.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of properties: keys, values, and the line of each. */
final class PropertyLines {

  /** A key ends with an equals sign, a colon or white space, whatever comes first. */
  private static final Pattern PROPERTY = Pattern.compile("([^\\s=:]+)\\s*[\\s=:]\\s*(.*)");

  private PropertyLines() {}

  static void forEach(String text, YamlLines.Sink sink) {
    int line = 0;
    for (String raw : text.replace("\\\n", "  ").split("\n", -1)) {
      line++;
      String stripped = raw.strip();
      Matcher property = PROPERTY.matcher(stripped);
      if (!stripped.startsWith("#") && !stripped.startsWith("!") && property.matches()) {
        sink.accept(property.group(1), property.group(2), line);
      }
    }
  }
}
