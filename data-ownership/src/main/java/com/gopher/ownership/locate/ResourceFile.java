package com.gopher.ownership.locate;

import java.util.Set;

/**
 * One text resource of the application.
 *
 * @param path relative to its root, such as {@code db/migration/order/V1__orders.sql}
 */
public record ResourceFile(String path, String text) {

  private static final Set<String> TEMPLATES =
      Set.of(
          "ftl",
          "st",
          "stg",
          "mustache",
          "hbs",
          "vm",
          "elsql",
          "j2",
          "jinja",
          "jinja2",
          "peb",
          "tpl",
          "tmpl",
          "template",
          "jte",
          "twig",
          "liquid");

  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  public boolean hasExtension(String... extensions) {
    for (String extension : extensions) {
      if (path.endsWith("." + extension)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an engine fills it in, such as FreeMarker or Velocity. */
  public boolean isTemplate() {
    return isTemplate(path);
  }

  static boolean isTemplate(String path) {
    return path.endsWith(".sql.txt")
        || TEMPLATES.contains(path.substring(path.lastIndexOf('.') + 1));
  }
}
