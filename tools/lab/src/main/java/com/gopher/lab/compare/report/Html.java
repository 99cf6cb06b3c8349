package com.gopher.lab.compare.report;

/** Text as HTML shows it, whatever the text is. */
final class Html {

  private Html() {}

  /** For content and for attributes in double quotes. */
  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** JSON that cannot end the script element around it. */
  static String json(String json) {
    return json.replace("<", "\\u003c");
  }

  static String element(String name, String text) {
    return "<" + name + ">" + text(text) + "</" + name + ">";
  }
}
