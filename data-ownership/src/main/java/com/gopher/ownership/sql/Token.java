package com.gopher.ownership.sql;

/**
 * One token of an SQL text; comments are none.
 *
 * @param text a word in lower case, a quoted name or string without its quotes, or a symbol
 * @param written the same with its own upper and lower case, on which JPQL depends
 * @param start offset of the first character in the text that was read
 * @param end offset after the last
 */
record Token(Kind kind, String text, String written, int start, int end) {

  /** A body is what stands between dollar quotes: code in its own right. */
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    BODY,
    NUMBER,
    SYMBOL
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
  }

  boolean isName() {
    return kind == Kind.QUOTED || kind == Kind.WORD && !Words.RESERVED.contains(text);
  }

  boolean hasHole() {
    return text.indexOf(SqlText.HOLE) >= 0;
  }
}
