package com.gopher.ownership.read;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.sql.SqlText;
import com.gopher.ownership.text.Text;
import com.gopher.ownership.text.TextUse;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/**
 * What a list of all tables names is judged where it is used: who picks a table from it reaches for
 * that table, and the list itself reaches for none.
 */
final class Elsewhere {

  private final Callers callers;

  Elsewhere(Callers callers) {
    this.callers = callers;
  }

  /** Whether whoever uses this text is judged, instead of who wrote it down. */
  boolean isJudged(TextUse use) {
    boolean own = use.way().type() == use.type();
    return own && (isConstant(use) || isConstantForOthers(use) || isPieceForOthers(use));
  }

  /** A constant that only stands there, where nobody can run it, is for whoever does. */
  private boolean isConstantForOthers(TextUse use) {
    return use.owner().isEmpty()
        && use.method().name.equals("<clinit>")
        && callers.canOnlyBeElsewhere(use.type());
  }

  /** A constant that stands for a table, in a class of nothing but constants. */
  private static boolean isConstant(TextUse use) {
    return use.makesTable() && use.method().name.equals("<clinit>") && hasOnlyConstants(use.type());
  }

  /** A piece of a statement that another module's code asks for, which puts the rest to it. */
  private boolean isPieceForOthers(TextUse use) {
    return use.owner().isEmpty()
        && use.callee().equals("return")
        && callers.askElsewhere(use.method())
        && use.texts().stream().map(Text::string).allMatch(Elsewhere::isPiece);
  }

  private static boolean isPiece(String text) {
    return !SqlText.startsLikeStatement(text)
        || text.stripLeading().regionMatches(true, 0, "from ", 0, 5);
  }

  private static boolean hasOnlyConstants(CodeClass type) {
    boolean fields =
        type.node().fields.stream().allMatch(field -> (field.access & Opcodes.ACC_STATIC) != 0);
    return fields && type.node().methods.stream().allMatch(Elsewhere::initialises);
  }

  private static boolean initialises(MethodNode method) {
    boolean constructor =
        method.name.equals("<init>") && (method.access & Opcodes.ACC_PRIVATE) != 0;
    return method.name.equals("<clinit>") || constructor || method.desc.equals("()V");
  }
}
