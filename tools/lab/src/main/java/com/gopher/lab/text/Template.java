package com.gopher.lab.text;

import com.samskivert.mustache.Mustache;
import java.util.Locale;

/** A page that is a Mustache template beside a class, filled with values. */
public final class Template {

  private Template() {}

  public static String html(Class<?> beside, String name, Object values) {
    return Mustache.compiler().compile(TextResource.read(beside, name)).execute(values);
  }

  /**
   * A {@code long} has its digits in groups; any other value becomes one line, and begins no cell
   * of a table and no tag.
   */
  public static String markdown(Class<?> beside, String name, Object values) {
    return Mustache.compiler()
        .nullValue("")
        .withFormatter(
            value ->
                value instanceof Long number
                    ? String.format(Locale.ROOT, "%,d", number)
                    : String.valueOf(value))
        .withEscaper(text -> text.replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;"))
        .compile(TextResource.read(beside, name))
        .execute(values);
  }
}
