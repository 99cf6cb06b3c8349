package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.owner.TableName;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.text.TextFinder;
import com.gopher.ownership.text.TextUse;
import java.util.regex.Pattern;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the texts in method bodies, by what they are handed to. */
final class TextReader {

  private static final Pattern NAME = Pattern.compile("[\\w\"`$]+(\\.[\\w\"`$]+){0,2}");
  private static final Pattern JDBC_SCHEMA =
      Pattern.compile("(?i)[?;&](?:currentSchema|schema)=(\\w+)|set\\s+schema\\s+(\\w+)");
  private static final Pattern CLIENT =
      Pattern.compile(
          "(?i)(?:.*[/\\\\ ])?(psql|pg_dump|pg_restore|pg_dumpall|mysql|mysqldump|sqlplus|sqlcmd|sqlite3)(?:\\.exe)?(?:\\s.*)?");

  private final Codebase code;
  private final Modules modules;
  private final Callers callers;
  private final Scripts scripts;
  private final TextFinder finder;
  private final Mentions mentions;

  TextReader(Codebase code, Modules modules, Callers callers, Scripts scripts, Mentions mentions) {
    this.code = code;
    this.modules = modules;
    this.callers = callers;
    this.scripts = scripts;
    this.mentions = mentions;
    this.finder =
        new TextFinder(
            code,
            (caller, callee) ->
                modules.of(callee).equals(modules.of(caller))
                    || modules.of(callee).equals(Modules.APPLICATION));
  }

  void read(CodeClass type, String module, boolean migration) {
    finder.find(type, this::isWorthWalking, use -> read(use, module, migration));
  }

  /** Only a method that has a text, reads a field or calls something can hand a text on. */
  private boolean isWorthWalking(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      boolean text = insn instanceof LdcInsnNode constant && constant.cst instanceof String;
      boolean joined =
          insn instanceof InvokeDynamicInsnNode dynamic
              && dynamic.bsm.getName().startsWith("makeConcat");
      boolean field =
          insn instanceof FieldInsnNode access && access.desc.endsWith("java/lang/String;");
      boolean call = insn instanceof MethodInsnNode called && Apis.isDatabase(called.owner, code);
      if (text || joined || field || call) {
        return true;
      }
    }
    return false;
  }

  private void read(TextUse use, String module, boolean migration) {
    if (Apis.isSilent(use.owner(), code) && !opensSomething(use)) {
      return;
    }
    boolean field = use.owner().isEmpty() && use.method().name.startsWith("<");
    Place place =
        Place.in(module, use.type(), field ? use.callee() : use.method().name, use.line());
    boolean database = Apis.isDatabase(use.owner(), code);
    if (use.unknown()) {
      unknown(use, place, database);
      return;
    }
    for (String text : use.texts()) {
      if (opensSomething(use)) {
        opens(place, text, use);
      } else if (database) {
        handedToDatabase(use, place, text, migration);
      } else {
        mentions.text(place, text, migration ? Context.migration() : Context.anyText());
        if (text.endsWith(".sql")) {
          scripts.runBy(place, text);
        }
      }
    }
  }

  private void unknown(TextUse use, Place place, boolean database) {
    boolean takesText =
        use.descriptor().startsWith("(Ljava/lang/String;")
            || use.descriptor().startsWith("([Ljava/lang/String;");
    boolean fromCallers = use.parameter() && callers.has(use.method());
    boolean ofModule = modules.isModule(place.module());
    if (database
        && takesText
        && Apis.takesSql(use.callee(), use.argument())
        && !fromCallers
        && ofModule) {
      mentions.add(
          new Mention.UnknownText(
              place, use.owner().substring(use.owner().lastIndexOf('/') + 1) + "." + use.callee()));
    }
  }

  private void handedToDatabase(TextUse use, Place place, String text, boolean migration) {
    boolean name = NAME.matcher(text).matches();
    if (Apis.isCriteria(use.owner())) {
      return;
    }
    if (use.owner().equals("java/sql/DatabaseMetaData")) {
      metadata(use, place, text);
    } else if (name && Apis.takesSchema(use.callee())) {
      mentions.schema(place, Rule.SQL, text.replace("\"", ""), use.callee() + "(>>" + text + "<<)");
    } else if (name && Apis.takesName(use.callee())) {
      mentions.table(place, Rule.SQL, TableName.parse(text), use.callee() + "(>>" + text + "<<)");
    } else if (text.startsWith("jdbc:")) {
      url(place, text);
    } else if (text.endsWith(".sql")) {
      scripts.runBy(place, text);
    } else if (use.owner().startsWith("org/flywaydb/") && text.contains("/")) {
      location(place, text);
    } else if (!name && SqlText.mayNameTable(text)) {
      boolean callersKnow =
          text.indexOf(SqlText.HOLE) >= 0
              && callers.has(use.method())
              && use.method().desc.contains("Ljava/lang/String;");
      Context context =
          migration
              ? Context.migration()
              : Apis.speaksJpql(use.owner(), use.callee()) ? Context.jpql() : Context.sql();
      mentions.text(
          place,
          text,
          callersKnow ? new Context(context.rule(), context.language(), false) : context);
    } else if (Apis.takesSql(use.callee(), use.argument())
        && text.indexOf(SqlText.HOLE) >= 0
        && !callers.has(use.method())) {
      mentions.add(new Mention.UnknownText(place, use.callee()));
    }
  }

  /** Catalog, schema and table come in this order; what follows are columns and kinds. */
  private void metadata(TextUse use, Place place, String text) {
    boolean all = text.isEmpty() || text.contains("%");
    String shown = use.callee() + "(>>" + text + "<<)";
    if (use.argument() == 1 && !all) {
      mentions.schema(place, Rule.SQL, text.replace("\"", ""), shown);
    } else if (use.argument() == 2 && !all && Apis.takesName(use.callee())) {
      mentions.table(place, Rule.SQL, TableName.parse(text), shown);
    }
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

  private static boolean opensSomething(TextUse use) {
    return switch (use.owner()) {
      case "java/lang/ProcessBuilder" ->
          use.callee().equals("<init>") || use.callee().equals("command");
      case "java/lang/Runtime" -> use.callee().equals("exec");
      case "java/lang/Class" -> use.callee().equals("forName");
      case "java/lang/ClassLoader" -> use.callee().equals("loadClass");
      case "java/lang/System" -> use.callee().startsWith("get");
      case "org/springframework/util/ClassUtils" -> use.argument() == 0;
      case "org/springframework/core/env/Environment",
          "org/springframework/core/env/PropertyResolver" ->
          true;
      case "org/springframework/core/io/ClassPathResource",
          "org/springframework/core/io/ResourceLoader" ->
          true;
      default -> false;
    };
  }

  private void opens(Place place, String text, TextUse use) {
    if (!modules.isModule(place.module())) {
      return;
    }
    if (text.endsWith(".sql")) {
      scripts.runBy(place, text);
    }
    boolean process =
        use.owner().equals("java/lang/ProcessBuilder") || use.owner().equals("java/lang/Runtime");
    if (process && CLIENT.matcher(text).matches()) {
      mentions.add(
          new Mention.Crossing(
              place,
              Rule.BANNED_API,
              "",
              "process " + text.split(" ")[0],
              "starts >>" + text + "<<",
              "a database's own client started from code"));
      return;
    }
    CodeClass target = code.find(text.replace('.', '/'));
    boolean loads =
        use.owner().endsWith("Class")
            || use.owner().endsWith("ClassLoader")
            || use.owner().endsWith("ClassUtils");
    String owner = target == null ? "" : modules.of(target);
    if (loads && modules.isModule(owner) && !owner.equals(place.module())) {
      mentions.add(
          new Mention.Crossing(
              place,
              Rule.BANNED_API,
              owner,
              target == null ? text : target.simpleName(),
              "loads >>" + text + "<<",
              text + " is a type of module '" + owner + "'"));
    } else if (use.owner().contains("/env/") || use.owner().equals("java/lang/System")) {
      mentions.add(new Mention.Access(place, text, false, ">>" + text + "<<"));
    }
  }
}
