package com.gopher.ownership.text;

import com.gopher.ownership.sql.SqlText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Replacing by a regular expression, as {@code "([A-Z])"} by {@code "_$1"} makes a table's name of
 * a class's. It stands in the inspected code, which nobody vouches for: the text is short, since
 * Java descends into a group for each of its signs, and it is given up if it takes more than {@link
 * #MOST_READS} looks at the text.
 */
final class Patterns {

  private static final int LONGEST = 1_000;
  private static final int MOST_READS = 200_000;
  private static final Pattern SPECIAL = Pattern.compile("[\\[(*+?.|^$\\\\]");
  private static final Pattern ESCAPED = Pattern.compile("\\\\[^\\w]");

  private final Pattern pattern;
  private final boolean all;

  private Patterns(Pattern pattern, boolean all) {
    this.pattern = pattern;
    this.all = all;
  }

  /**
   * The expression, or null if it is none, or is only a text.
   *
   * @param all whether every match is replaced, and not the first only
   */
  static @Nullable Patterns of(String regex, boolean all) {
    String unescaped = ESCAPED.matcher(regex).replaceAll("");
    boolean special = !regex.startsWith("\\Q") && SPECIAL.matcher(unescaped).find();
    if (!special || regex.indexOf(SqlText.HOLE) >= 0) {
      return null;
    }
    try {
      return new Patterns(Pattern.compile(regex), all);
    } catch (PatternSyntaxException notOne) {
      return null;
    }
  }

  /**
   * The text with what matches replaced, where a group belongs to whom it was found in; null if the
   * text is not wholly known, or the work too much.
   */
  @Nullable Text replace(Text text, Text by) {
    String string = text.string();
    if (string.indexOf(SqlText.HOLE) >= 0 || string.length() > LONGEST) {
      return null;
    }
    try {
      Matcher matcher = pattern.matcher(new Counted(string, new int[] {MOST_READS}));
      Text result = Text.of("");
      int from = 0;
      for (boolean more = matcher.find(); more; more = all && matcher.find()) {
        result = result.concat(text.substring(from, matcher.start()));
        result = result.concat(expanded(matcher, text, by));
        from = matcher.end();
      }
      return result.concat(text.substring(from, string.length()));
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException notDone) {
      return null;
    }
  }

  private static Text expanded(Matcher matcher, Text text, Text by) {
    Text result = Text.of("");
    String written = by.string();
    int from = 0;
    for (int i = 0; i < written.length(); i++) {
      char sign = written.charAt(i);
      boolean group = sign == '$' && i + 1 < written.length();
      if (group || sign == '\\') {
        result = result.concat(by.substring(from, i));
        i++;
        from = i;
      }
      if (group) {
        int number = Character.digit(written.charAt(i), 10);
        if (number < 0 || number > matcher.groupCount()) {
          throw new IllegalArgumentException("no group " + written.charAt(i));
        }
        boolean found = matcher.start(number) >= 0;
        result =
            found
                ? result.concat(text.substring(matcher.start(number), matcher.end(number)))
                : result;
        from = i + 1;
      }
    }
    return result.concat(by.substring(from, written.length()));
  }

  /** A text that may be looked at so many times. */
  private record Counted(String text, int[] left) implements CharSequence {

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left[0] < 0) {
        throw new IllegalStateException("too much work");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), left);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
