package com.gopher.ownership.judge;

import com.gopher.ownership.code.CodeClass;
import com.gopher.ownership.locate.Lines;
import com.gopher.ownership.locate.SourceFiles;
import com.gopher.ownership.mention.Place;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of what has no code, and so none in bytecode: abstract methods, constants, annotations.
 */
final class SourceLines {

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern MARKED = Pattern.compile("(?s)>>(.+?)<<");

  private final SourceFiles sources;

  SourceLines(SourceFiles sources) {
    this.sources = sources;
  }

  /**
   * The line of a place, from its source if bytecode does not know it and the source is there.
   *
   * @param shown the text with what it is about marked
   */
  int of(Place place, String shown) {
    CodeClass type = place.type();
    if (type == null || hasCode(type, place.member())) {
      return place.line();
    }
    String source = sources.find(type.packageName(), type.sourceFile());
    if (source == null) {
      return place.line();
    }
    String code = COMMENT.matcher(source).replaceAll(SourceLines::blank);
    int declared = declaration(code, type.simpleName());
    if (declared < 0) {
      return place.line();
    }
    int at =
        place.member().isEmpty()
            ? aboveClass(source, declared, shown)
            : member(code, place.member(), declared);
    return at < 0 ? place.line() : new Lines(source).of(at);
  }

  private static boolean hasCode(CodeClass type, String member) {
    return type.node().methods.stream()
        .anyMatch(method -> method.name.equals(member) && method.instructions.size() > 0);
  }

  /** What a class-level annotation names stands between the type before it and its own. */
  private static int aboveClass(String source, int declared, String shown) {
    Matcher marked = MARKED.matcher(shown);
    int named = marked.find() ? source.lastIndexOf(marked.group(1), declared) : -1;
    int above = source.lastIndexOf('}', declared);
    return named > above ? named : declared;
  }

  private static int declaration(String code, String type) {
    Matcher matcher =
        Pattern.compile("\\b(?:class|interface|enum|record)\\s+" + Pattern.quote(type) + "\\b")
            .matcher(code);
    return matcher.find() ? matcher.start() : -1;
  }

  private static int member(String code, String name, int from) {
    Matcher matcher =
        Pattern.compile("(?<![\\w.\"#])" + Pattern.quote(name) + "\\s*[(=;,:)]").matcher(code);
    return matcher.find(from) ? matcher.start() : -1;
  }

  /** As long as the comment, and with its lines. */
  private static String blank(MatchResult comment) {
    return comment.group().replaceAll("[^\\n]", " ");
  }
}
