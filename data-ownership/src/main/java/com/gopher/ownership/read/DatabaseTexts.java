package com.gopher.ownership.read;

import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.text.TextUse;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/** Reads the texts that database types are handed, by what each means there. */
final class DatabaseTexts {

  static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[\\w\"`$]+(\\.[\\w\"`$]+){0,2}");
  private static final Pattern WRITERS = Pattern.compile(".*/SimpleJdbcInsert\\w*");
  private static final Pattern WRITES =
      Pattern.compile(
          "(?i)insert_?into|merge_?into|replace_?into|into|update|delete(_?from)?|insert");
  private static final String METADATA = "java/sql/DatabaseMetaData";
  private static final Pattern JDBC_SCHEMA =
      Pattern.compile("(?i)[?;&](?:currentSchema|schema)=(\\w+)|set\\s+schema\\s+(\\w+)");

  private final Modules modules;
  private final Callers callers;
  private final Scripts scripts;
  private final Mentions mentions;

  DatabaseTexts(Modules modules, Callers callers, Scripts scripts, Mentions mentions) {
    this.modules = modules;
    this.callers = callers;
    this.scripts = scripts;
    this.mentions = mentions;
  }

  void read(TextUse use, Shares.Shared shared, String text, Meaning meaning, boolean migration) {
    boolean name = NAME.matcher(text).matches();
    if (meaning == Meaning.NOTHING) {
      return;
    }
    if (!name && SqlText.mayNameTable(text)) {
      mentions.add(
          new Mention.Text(shared.place(), text, context(meaning, migration), shared.share()));
    } else if (shared.share().has(0, text.length())) {
      if (name && meaning != Meaning.GUESS && meaning != Meaning.SQL) {
        String shown = use.callee() + "(>>" + text + "<<)";
        if (meaning == Meaning.SCHEMA && use.owner().equals(METADATA)) {
          mentions.add(new Mention.Schema(shared.place(), Rule.SQL, text, shown, true));
        } else {
          named(shared.place(), text, meaning, shown, writes(use));
        }
      } else {
        guess(use, shared.place(), text, name);
      }
    }
  }

  private static Context context(Meaning meaning, boolean migration) {
    if (migration) {
      return Context.migration();
    }
    return meaning == Meaning.JPQL ? Context.jpql() : Context.sql();
  }

  /** Whether what a table's name is handed to writes that table. */
  private static boolean writes(TextUse use) {
    return WRITERS.matcher(use.owner()).matches() || WRITES.matcher(use.callee()).matches();
  }

  /**
   * Reads a name by its meaning.
   *
   * @param writes whether a table of that name is written to
   */
  void named(Place place, String text, Meaning meaning, String shown, boolean writes) {
    switch (meaning) {
      case TABLE -> {
        TableName table = TableName.parse(text);
        mentions.add(new Mention.Table(place, Rule.SQL, table, table, shown, writes));
      }
      case SCHEMA -> mentions.schema(place, Rule.SQL, text.replace("\"", ""), shown);
      case TABLE_PREFIX -> {
        if (text.contains(".")) {
          mentions.schema(place, Rule.SQL, TableName.parse(text + "x").schema(), shown);
        }
      }
      case ROUTINE -> mentions.text(place, "call " + text + "()", Context.sql());
      case JPQL -> mentions.text(place, "from " + text, Context.jpql());
      default -> {
        // Anything else names no object of a database.
      }
    }
  }

  private void guess(TextUse use, Place place, String text, boolean name) {
    if (name && text.contains(".") && takesText(use)) {
      mentions.add(
          new Mention.KnownName(place, TableName.parse(text), use.callee() + "(>>" + text + "<<)"));
    } else if (text.startsWith("jdbc:")) {
      url(place, text);
    } else if (text.endsWith(".sql")) {
      scripts.runBy(place, text);
    } else if (use.owner().startsWith("org/flywaydb/") && text.contains("/")) {
      location(place, text);
    } else if (Apis.takesSql(use.callee(), use.argument())
        && text.indexOf(SqlText.HOLE) >= 0
        && !callers.has(use.method())) {
      mentions.add(new Mention.UnknownText(place, use.callee()));
    }
  }

  /** Whether the argument itself is a text: what lies in a map or an object is a value. */
  private static boolean takesText(TextUse use) {
    Type[] types = Type.getArgumentTypes(use.descriptor());
    return use.argument() < types.length
        && types[use.argument()].getDescriptor().matches("\\[?Ljava/lang/(String|CharSequence);");
  }

  /**
   * Another module's migrations or the schema in a URL are a way around the text of a statement.
   */
  private void location(Place place, String location) {
    String owner = modules.ofPath(location.replaceFirst("^\\w+:", "") + "/x");
    if (modules.isModule(owner)
        && modules.isModule(place.module())
        && !owner.equals(place.module())) {
      mentions.add(
          new Mention.Crossing(
              place,
              Rule.CONFIG,
              owner,
              location,
              ">>" + location + "<<",
              "'" + location + "' is the folder of module '" + owner + "'"));
    }
  }

  private void url(Place place, String url) {
    var matcher = JDBC_SCHEMA.matcher(url);
    while (matcher.find()) {
      mentions.schema(
          place, Rule.CONFIG, matcher.group(1) == null ? matcher.group(2) : matcher.group(1), url);
    }
  }
}
