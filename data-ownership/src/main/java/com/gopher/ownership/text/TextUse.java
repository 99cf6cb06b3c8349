package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/**
 * A place where a method hands texts on.
 *
 * @param type the class whose method was looked at
 * @param line the line in that method, also when the text is handed on further down
 * @param owner internal name of the type whose method receives them; empty for a field or a return
 * @param callee the receiving method's name, or the field's
 * @param way where the walk was when it met this call: in the method itself, or further down
 * @param texts what the argument may be; a hole stands for what is not known
 * @param unknown whether nothing at all is known of the argument
 * @param asked the method whose callers or sub classes know what is not known here, or null
 */
public record TextUse(
    CodeClass type,
    MethodNode method,
    int line,
    String owner,
    String callee,
    int argument,
    String descriptor,
    Way way,
    Set<Text> texts,
    boolean unknown,
    @Nullable MethodNode asked) {

  /** Whether the text becomes an object that stands for a table, to be used elsewhere. */
  public boolean makesTable() {
    return DatabaseNames.makesTable(owner, callee);
  }

  /**
   * The method that the walk had come to.
   *
   * @param foreign whether it is another module's, so that only what it was supplied counts
   */
  public record Way(CodeClass type, String member, int line, boolean foreign) {

    /** The method and its line, for people. */
    public String shown() {
      String plain = member.startsWith("<") ? "constructor" : member;
      return type.simpleName() + "." + plain + " (" + type.sourceFile() + ":" + line + ")";
    }
  }
}
