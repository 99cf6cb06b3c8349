package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.finding.Rule;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.text.TextUse;
import java.util.regex.Pattern;

/** Reads the texts that open something else than a database: scripts, programs, classes. */
final class OpenedTexts {

  private static final Pattern CLIENT =
      Pattern.compile(
          "(?i)(?:.*[/\\\\ ])?(psql|pg_dump|pg_restore|pg_dumpall|mysql|mysqldump|sqlplus|sqlcmd|sqlite3)(?:\\.exe)?(?:\\s.*)?");

  private final Codebase code;
  private final Modules modules;
  private final Scripts scripts;
  private final Mentions mentions;

  OpenedTexts(Codebase code, Modules modules, Scripts scripts, Mentions mentions) {
    this.code = code;
    this.modules = modules;
    this.scripts = scripts;
    this.mentions = mentions;
  }

  /** Whether what is handed over opens a file, a process, a class or a setting. */
  static boolean opensSomething(TextUse use) {
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

  void read(Place place, String text, TextUse use) {
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
