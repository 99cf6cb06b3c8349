package com.gopher.course.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A decision record of the course's form: a verdict, and sections with headings. */
final class DecisionRecord {

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern VERDICT =
      Pattern.compile("^\\**Verdict\\**:(.*)$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private final String text;

  DecisionRecord(String text) {
    this.text = COMMENT.matcher(text.replace("\r", "")).replaceAll("");
  }

  /** In lower case and without decoration; empty if there is none. */
  String verdict() {
    Matcher line = VERDICT.matcher(text);
    return line.find()
        ? line.group(1).replaceAll("[*`_.]", "").strip().toLowerCase(Locale.ROOT)
        : "";
  }

  /** What stands below a heading, up to the next one; empty if it is not there. */
  String section(String heading) {
    Matcher section =
        Pattern.compile(
                "^##\\s+" + Pattern.quote(heading) + "\\s*\\n(.*?)(?=^##\\s|\\z)",
                Pattern.MULTILINE | Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
            .matcher(text);
    return section.find() ? section.group(1).strip() : "";
  }

  /** The items of the list in a section, each on one line. */
  List<String> items(String heading) {
    return section(heading)
        .replaceAll("\\n\\s+(?![-*]\\s)", " ")
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("- ") || line.startsWith("* "))
        .map(line -> line.substring(2).strip())
        .toList();
  }
}
