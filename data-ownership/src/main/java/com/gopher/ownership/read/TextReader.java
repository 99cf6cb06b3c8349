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
import com.gopher.ownership.text.Text;
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

  private final Codebase code;
  private final Modules modules;
  private final Callers callers;
  private final Shares shares;
  private final OpenedTexts opened;
  private final Scripts scripts;
  private final TextFinder finder;
  private final Mentions mentions;

  TextReader(Codebase code, Modules modules, Callers callers, Scripts scripts, Mentions mentions) {
    this.code = code;
    this.modules = modules;
    this.callers = callers;
    this.shares = new Shares(modules, callers);
    this.mentions = mentions;
    this.opened = new OpenedTexts(code, modules, scripts, mentions);
    this.scripts = scripts;
    this.finder = new TextFinder(code, this::moduleOf);
  }

  private String moduleOf(CodeClass type) {
    String module = modules.of(type);
    return module.equals(Modules.APPLICATION) ? "" : module;
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
    boolean opens = OpenedTexts.opensSomething(use);
    if (Apis.isSilent(use.owner(), code) && !opens) {
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
    for (Text text : use.texts()) {
      for (Shares.Shared shared : shares.of(text, use, place)) {
        if (opens) {
          opened.read(shared.place(), text.string(), use);
        } else if (database) {
          handedToDatabase(use, shared, text.string(), migration);
        } else if (!use.way().foreign()) {
          Context context = migration ? Context.migration() : Context.anyText();
          mentions.add(new Mention.Text(shared.place(), text.string(), context, shared.share()));
          scripts.runBy(shared.place(), text.string());
        }
      }
    }
  }

  private void unknown(TextUse use, Place place, boolean database) {
    boolean takesText =
        use.descriptor().startsWith("(Ljava/lang/String;")
            || use.descriptor().startsWith("([Ljava/lang/String;");
    boolean othersKnow = use.way().foreign() || use.asked() != null && callers.has(use.asked());
    boolean ofModule = modules.isModule(place.module());
    if (database
        && takesText
        && Apis.takesSql(use.callee(), use.argument())
        && !othersKnow
        && ofModule) {
      mentions.add(
          new Mention.UnknownText(
              place, use.owner().substring(use.owner().lastIndexOf('/') + 1) + "." + use.callee()));
    }
  }

  private void handedToDatabase(TextUse use, Shares.Shared shared, String text, boolean migration) {
    Place place = shared.place();
    boolean name = NAME.matcher(text).matches();
    boolean whole = shared.share().has(0, text.length());
    if (Apis.isCriteria(use.owner())) {
      return;
    }
    if (!name && SqlText.mayNameTable(text)) {
      Context context =
          migration
              ? Context.migration()
              : Apis.speaksJpql(use.owner(), use.callee()) ? Context.jpql() : Context.sql();
      mentions.add(new Mention.Text(place, text, context, shared.share()));
    } else if (!whole) {
      return;
    } else if (use.owner().equals("java/sql/DatabaseMetaData")) {
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
}
