package com.gopher.ownership.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text, and who supplied which parts of it. A part without a supplier is the code's own that is
 * looked at.
 *
 * @param parts in their order, none within another
 */
public record Text(String string, List<Part> parts) {

  /**
   * What one supplier gave.
   *
   * @param start offset of its first character
   * @param end offset after its last
   */
  public record Part(int start, int end, Supplier supplier) {

    Part shifted(int offset) {
      return new Part(start + offset, end + offset, supplier);
    }
  }

  static Text of(String string) {
    return new Text(string, List.of());
  }

  /** The same text within the statement that it is a piece of. */
  public Text within(String before, String after) {
    return of(before).concat(this).concat(of(after));
  }

  Text concat(Text next) {
    if (parts.isEmpty() && next.parts.isEmpty()) {
      return of(string + next.string);
    }
    List<Part> all = new ArrayList<>(parts);
    next.parts.forEach(part -> all.add(part.shifted(string.length())));
    return new Text(string + next.string, List.copyOf(all));
  }

  Text substring(int from, int to) {
    if (parts.isEmpty()) {
      return of(string.substring(from, to));
    }
    List<Part> kept = new ArrayList<>();
    for (Part part : parts) {
      int start = Math.max(from, part.start());
      int end = Math.min(to, part.end());
      if (start < end) {
        kept.add(new Part(start - from, end - from, part.supplier()));
      }
    }
    return new Text(string.substring(from, to), List.copyOf(kept));
  }

  Text reversed() {
    int length = string.length();
    List<Part> turned = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      turned.add(new Part(length - part.end(), length - part.start(), part.supplier()));
    }
    return new Text(new StringBuilder(string).reverse().toString(), List.copyOf(turned));
  }

  Text strip() {
    return stripLeading().stripTrailing();
  }

  Text stripLeading() {
    return substring(string.length() - string.stripLeading().length(), string.length());
  }

  Text stripTrailing() {
    return substring(0, string.stripTrailing().length());
  }

  /** A change that leaves each character in its place, such as that of case. */
  Text mapEach(UnaryOperator<String> change) {
    String changed = change.apply(string);
    return changed.length() == string.length() ? new Text(changed, parts) : of(changed);
  }

  Text replace(String what, Text by) {
    Text result = of("");
    int from = 0;
    for (int at = string.indexOf(what); at >= 0; at = string.indexOf(what, from)) {
      result = result.concat(substring(from, at)).concat(by);
      from = at + what.length();
    }
    return from == 0 ? this : result.concat(substring(from, string.length()));
  }

  List<Text> lines() {
    return split("\n");
  }

  /** What stands between separators; a pattern is taken as the text that it looks like. */
  List<Text> split(String pattern) {
    String separator = pattern.replaceAll("\\\\s[*+]?", "").replaceAll("\\\\([^\\w])", "$1");
    if (separator.isEmpty()) {
      return List.of(this);
    }
    List<Text> pieces = new ArrayList<>();
    int from = 0;
    while (from < string.length()) {
      int end = string.indexOf(separator, from);
      int to = end < 0 ? string.length() : end;
      pieces.add(substring(from, to));
      from = to + separator.length();
    }
    return pieces;
  }

  /** The same text, where every part that nobody else has supplied yet is this one's. */
  Text suppliedBy(Supplier supplier) {
    List<Part> all = new ArrayList<>();
    int from = 0;
    for (Part part : parts) {
      if (part.supplier().object() != 0) {
        continue;
      }
      if (from < part.start()) {
        all.add(new Part(from, part.start(), supplier));
      }
      all.add(part);
      from = part.end();
    }
    if (from < string.length()) {
      all.add(new Part(from, string.length(), supplier));
    }
    return new Text(string, List.copyOf(all));
  }

  /** The same text where it is known which object it comes from, or null if it is another's. */
  @Nullable Text of(Supplier object) {
    if (parts.stream().anyMatch(part -> part.supplier().isAnotherOf(object))) {
      return null;
    }
    List<Part> others = parts.stream().filter(part -> !part.supplier().equals(object)).toList();
    return others.size() == parts.size() ? this : new Text(string, others);
  }

  /** The same text as a field keeps it. */
  Text kept() {
    return parts.isEmpty()
        ? this
        : new Text(
            string,
            parts.stream()
                .map(part -> new Part(part.start(), part.end(), part.supplier().kept()))
                .toList());
  }

  /** Whether the two texts belong to different objects, so that no text has both. */
  boolean isOtherObjects(Text other) {
    return parts.stream()
        .anyMatch(
            part ->
                other.parts.stream()
                    .anyMatch(each -> part.supplier().isOtherObject(each.supplier())));
  }
}
