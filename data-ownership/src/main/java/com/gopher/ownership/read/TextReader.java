package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.mention.Context;
import com.gopher.ownership.mention.Mention;
import com.gopher.ownership.mention.Mentions;
import com.gopher.ownership.mention.Place;
import com.gopher.ownership.owner.Modules;
import com.gopher.ownership.text.Settings;
import com.gopher.ownership.text.Text;
import com.gopher.ownership.text.TextFinder;
import com.gopher.ownership.text.TextUse;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the texts in method bodies, by what they are handed to. */
final class TextReader {

  private final Codebase code;
  private final Modules modules;
  private final Callers callers;
  private final Shares shares;
  private final Meanings meanings;
  private final DatabaseTexts databaseTexts;
  private final OpenedTexts opened;
  private final Scripts scripts;
  private final Elsewhere elsewhere;
  private final MessageSuppliers forPeople;
  private final NamedQueries namedQueries;
  private final TextFinder finder;
  private final Mentions mentions;

  TextReader(
      Codebase code,
      Modules modules,
      Callers callers,
      Meanings meanings,
      DatabaseTexts databaseTexts,
      Scripts scripts,
      Settings settings,
      Mentions mentions) {
    this.code = code;
    this.modules = modules;
    this.callers = callers;
    this.shares = new Shares(modules, callers);
    this.meanings = meanings;
    this.databaseTexts = databaseTexts;
    this.mentions = mentions;
    this.opened = new OpenedTexts(code, modules, scripts, mentions);
    this.scripts = scripts;
    this.elsewhere = new Elsewhere(callers);
    this.forPeople = new MessageSuppliers();
    this.namedQueries = new NamedQueries(code);
    this.finder = new TextFinder(code, settings, this::moduleOf);
  }

  private String moduleOf(CodeClass type) {
    String module = modules.of(type);
    return module.equals(Modules.APPLICATION) ? "" : module;
  }

  void read(CodeClass type, String module, boolean migration) {
    List<TextUse> uses = new ArrayList<>();
    finder.find(type, this::isWorthWalking, uses::add);
    BoundValues values = new BoundValues(uses, meanings, code);
    for (TextUse use : uses) {
      if (!values.isOne(use)) {
        read(use, module, migration);
      }
    }
  }

  /** Only a method that has a text, reads a field or calls something can hand a text on. */
  private boolean isWorthWalking(MethodNode method) {
    for (AbstractInsnNode insn : method.instructions) {
      boolean text = insn instanceof LdcInsnNode constant && constant.cst instanceof String;
      boolean joined =
          insn instanceof InvokeDynamicInsnNode dynamic
              && dynamic.bsm.getName().startsWith("makeConcat");
      boolean field =
          insn instanceof FieldInsnNode access
              && (access.desc.endsWith("java/lang/String;")
                  || access.desc.startsWith("Ljava/util/"));
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
    if (elsewhere.isJudged(use) || !database && forPeople.isOne(use)) {
      return;
    }
    if (use.unknown()) {
      unknown(use, place, database);
      return;
    }
    Meanings.Row row = meanings.of(use);
    for (Text text : use.texts()) {
      Text framed = row.framed(text);
      for (Shares.Shared shared : shares.of(framed, use, place)) {
        if (opens) {
          opened.read(shared.place(), text.string(), use);
        } else if (database || row.isWordOfSql()) {
          databaseTexts.read(use, shared, framed.string(), row.meaning(), migration);
          namedQueries.runBy(shared.place(), use.callee(), text.string(), mentions);
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
        && (use.makesTable() || Apis.takesSql(use.callee(), use.argument()))
        && !othersKnow
        && ofModule) {
      mentions.add(
          new Mention.UnknownText(
              place, use.owner().substring(use.owner().lastIndexOf('/') + 1) + "." + use.callee()));
    }
  }
}
