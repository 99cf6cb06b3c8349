package com.gopher.ownership.finding;

import com.gopher.ownership.api.PublicApi;
import com.gopher.ownership.print.Visible;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One access of one class (or file) to one table.
 *
 * @param module the module whose code or resource it is
 * @param owner the module that owns the table, or empty if that is not known
 * @param table the table, or what else is touched
 * @param className the class with dots, or null for a migration or resource
 * @param method the method or field, or empty
 * @param file the source file's name, or the resource's path
 * @param line the line, or 0 where it is not known
 * @param text the text with the table marked
 * @param why the evidence for the owner
 * @param instead what to use instead
 */
@PublicApi
public record Finding(
    Rule rule,
    Severity severity,
    String module,
    String owner,
    String table,
    @Nullable String className,
    String method,
    String file,
    int line,
    String text,
    String why,
    String instead) {

  /** How to live with a finding. */
  public static final String ACCEPT =
      "put @CrossModuleAccess(because = \"...\") on the class or method, or a line with an issue link into the baseline";

  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::module)
          .thenComparing(Finding::file)
          .thenComparing(Finding::line)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::table);

  /** The same finding, where more is known of the owner. */
  public Finding ofOwner(String newOwner, String newWhy, String newInstead) {
    return new Finding(
        rule,
        severity,
        module,
        newOwner,
        table,
        className,
        method,
        file,
        line,
        text,
        newWhy,
        newInstead);
  }

  /** {@code class#method}, or the file's path. */
  public String place() {
    if (className == null) {
      return file;
    }
    return method.isEmpty() ? className : className + "#" + method;
  }

  /** {@code File.java:LINE}. */
  public String where() {
    return line > 0 ? file + ":" + line : file;
  }

  /** One line, as a list of violations wants it. */
  public String headline() {
    String whose =
        owner.isEmpty()
            ? "'" + table + "', whose owner is not known"
            : "'" + table + "' of module '" + owner + "'";
    return Visible.line(
        "["
            + rule.id()
            + ", "
            + severity.id()
            + "] module '"
            + module
            + "' touches "
            + whose
            + " ("
            + where()
            + ", "
            + place()
            + ")");
  }

  /** The whole message: what, where, why the tool thinks so, what to do. */
  public String message() {
    return details() + "\n    accept:  " + ACCEPT;
  }

  /** The message, but for what is the same for all findings. */
  public String details() {
    return headline()
        + "\n    text:    "
        + Visible.line(text.strip().replaceAll("\\s*\\n\\s*", " ").replace('\t', ' '))
        + "\n    why:     "
        + Visible.line(why)
        + "\n    instead: "
        + Visible.line(instead);
  }
}
