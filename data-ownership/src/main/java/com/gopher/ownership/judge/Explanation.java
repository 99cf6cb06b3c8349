package com.gopher.ownership.judge;

import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.print.Visible;
import com.gopher.ownership.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes down, for one class and those nested in it, what was read, how each name was resolved, and
 * what came of it.
 */
public final class Explanation implements Trace {

  private static final int LONGEST = 160;

  private final String className;
  private final List<Entry> entries = new ArrayList<>();
  private boolean listening;

  /**
   * @param className the full name, with dots
   */
  public Explanation(String className) {
    this.className = className;
  }

  private record Entry(String mention, Set<String> steps) {}

  @Override
  public void begin(Mention mention) {
    Place place = mention.place();
    String name = place.type() == null ? "" : place.type().javaName();
    listening = name.equals(className) || name.startsWith(className + "$");
    if (listening) {
      entries.add(new Entry(where(place) + "  " + shown(mention), new LinkedHashSet<>()));
    }
  }

  @Override
  public void say(String what) {
    if (listening) {
      entries.get(entries.size() - 1).steps().add(what.replace(SqlText.HOLE, '?'));
    }
  }

  /**
   * The explanation for people.
   *
   * @param module the module that the class belongs to
   */
  public String text(String module) {
    StringBuilder text = new StringBuilder(className + ", of module '" + module + "'\n");
    Set<String> paragraphs = new LinkedHashSet<>();
    for (Entry entry : entries) {
      StringBuilder paragraph = new StringBuilder("\n  " + Visible.line(entry.mention()) + "\n");
      entry
          .steps()
          .forEach(step -> paragraph.append("    ").append(Visible.line(step)).append('\n'));
      if (entry.steps().stream().noneMatch(Explanation::isOutcome)) {
        paragraph.append("    no finding\n");
      }
      paragraphs.add(paragraph.toString());
    }
    paragraphs.forEach(text::append);
    if (entries.isEmpty()) {
      text.append("\n  nothing in it names a table, a stored type or a way into a database\n");
    }
    return text.toString();
  }

  private static boolean isOutcome(String step) {
    return step.startsWith("finding")
        || step.startsWith("no finding")
        || step.startsWith("accepted")
        || step.startsWith("not read");
  }

  private static String where(Place place) {
    String where = place.line() > 0 ? place.file() + ":" + place.line() : place.file();
    return place.member().isEmpty() ? where : where + " (" + place.member() + ")";
  }

  private static String shown(Mention mention) {
    if (mention instanceof Mention.Text text) {
      return (text.context().nearDatabase() ? "SQL text: " : "text: ") + oneLine(text.text());
    }
    if (mention instanceof Mention.UnknownText unknown) {
      return "a text that is not known, given to " + unknown.api();
    }
    if (mention instanceof Mention.Table table) {
      return "table: " + oneLine(table.shown());
    }
    if (mention instanceof Mention.KnownName name) {
      return "name: " + oneLine(name.shown());
    }
    if (mention instanceof Mention.Schema schema) {
      return "schema: " + oneLine(schema.shown());
    }
    if (mention instanceof Mention.StoredType type) {
      return "type: " + type.type().javaName() + ", " + type.what() + " of '" + type.home() + "'";
    }
    if (mention instanceof Mention.Access access) {
      return "bean, property or login: " + oneLine(access.shown());
    }
    if (mention instanceof Mention.Crossing crossing) {
      return crossing.rule().id() + ": " + oneLine(crossing.shown());
    }
    return "a file that cannot be read";
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ").replace(SqlText.HOLE, '?');
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }
}
