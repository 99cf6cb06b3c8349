package com.gopher.course.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the file and the line that a sentence about compiled classes names. */
final class SourcePlace {

  private static final String SOURCES = "monolith/src/main/java/";

  /** As ArchUnit writes it: a class, whatever it does, and the file with the line. */
  private static final Pattern ARCHUNIT =
      Pattern.compile(
          "<(com\\.gophershop(?:\\.[a-z]\\w*)*)\\.[A-Z][^\\n]*\\(([A-Z]\\w*\\.java):([1-9]\\d*)\\)");

  /** As the ownership rules write it. */
  private static final Pattern RULES =
      Pattern.compile("\\(([A-Z]\\w*\\.java):([1-9]\\d*), (com\\.gophershop(?:\\.[a-z]\\w*)*)\\.");

  private SourcePlace() {}

  /** The last one: in a circle it is the use that closes it. */
  static @Nullable String lastInArchUnit(String text) {
    Matcher matcher = ARCHUNIT.matcher(text);
    String place = null;
    while (matcher.find()) {
      place = place(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    return place;
  }

  static @Nullable String inRules(String text) {
    Matcher matcher = RULES.matcher(text);
    return matcher.find() ? place(matcher.group(3), matcher.group(1), matcher.group(2)) : null;
  }

  private static String place(String packageName, String file, String line) {
    return SOURCES + packageName.replace('.', '/') + "/" + file + ":" + line;
  }
}
