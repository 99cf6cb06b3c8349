package com.gopher.ownership.read;

import com.gopher.ownership.code.Codebase;
import com.gopher.ownership.text.Text;
import com.gopher.ownership.text.TextUse;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.tree.MethodNode;

/**
 * The texts that end as values of a statement, bound to its placeholders: such a text is one on all
 * its way there, whatever it looks like, as that of an audit is.
 */
final class BoundValues {

  private final Codebase code;
  private final Set<Handed> bound = new HashSet<>();
  private final Set<Handed> meant = new HashSet<>();

  /** A text, and the call by which a method handed it on. */
  private record Handed(MethodNode method, int line, String text) {}

  /**
   * @param uses of one class, those further down with the line where it handed the text on
   */
  BoundValues(Collection<TextUse> uses, Meanings meanings, Codebase code) {
    this.code = code;
    for (TextUse use : uses) {
      if (Apis.isDatabase(use.owner(), code)) {
        Set<Handed> handed = meanings.of(use).meaning() == Meaning.NOTHING ? bound : meant;
        use.texts().forEach(text -> handed.add(handed(use, text)));
      }
    }
  }

  /** Whether another class of the application is handed nothing but such texts here. */
  boolean isOne(TextUse use) {
    return code.find(use.owner()) != null
        && !Apis.isDatabase(use.owner(), code)
        && use.texts().stream()
            .map(text -> handed(use, text))
            .allMatch(handed -> bound.contains(handed) && !meant.contains(handed));
  }

  private static Handed handed(TextUse use, Text text) {
    return new Handed(use.method(), use.line(), text.string());
  }
}
