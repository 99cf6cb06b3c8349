package com.gopher.ownership.text;

import com.gopher.ownership.code.CodeClass;
import java.util.Set;
import org.objectweb.asm.tree.MethodNode;

/**
 * A place where a method hands texts on.
 *
 * @param type the class whose method was looked at
 * @param line the line in that method, also when the text is handed on further down
 * @param owner internal name of the type whose method receives them; empty for a field or a return
 * @param callee the receiving method's name, or the field's
 * @param texts what the argument may be; a hole stands for what is not known
 * @param unknown whether nothing at all is known of the argument
 * @param parameter whether what is not known comes from the method's own callers
 */
public record TextUse(
    CodeClass type,
    MethodNode method,
    int line,
    String owner,
    String callee,
    int argument,
    String descriptor,
    Set<String> texts,
    boolean unknown,
    boolean parameter) {}
